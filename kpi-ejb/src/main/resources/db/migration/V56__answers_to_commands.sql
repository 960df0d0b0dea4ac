-- What was answered to a command that named a key, so that the same command sent again is not done again.
create table command_answer (
    login varchar(60) not null,
    idempotency_key varchar(200) not null,
    request_hash varchar(64) not null,
    claimed_at timestamp with time zone not null,
    status integer,
    location varchar(1000),
    etag varchar(100),
    body varchar(1048576),
    primary key (login, idempotency_key)
);
