-- One mail a person and day about all that they are awaited for. The row stands before the mail is sent; its key is what
-- keeps anybody from getting two.
create table digest (
    login varchar(60) not null,
    digest_day date not null,
    -- SENDING, SENT, FAILED; UNCERTAIN where the answer was lost. Only what FAILED is tried again.
    state varchar(10) not null,
    attempts integer not null,
    claimed_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    answer varchar(1000),
    primary key (login, digest_day)
);
