-- How far an import has come while it runs, who works on it, and how it was taken back.

alter table import_run add column profile_version bigint default 0 not null;

-- Of a workbook; null for a file that has none.
alter table import_run add column sheet varchar(255);

-- Whether the sender was told to come back (202): such an import is taken up again where its node stops.
alter table import_run add column background boolean default false not null;

alter table import_run add column bytes_read bigint default 0 not null;

alter table import_run add column rows_read bigint default 0 not null;

-- The process that works on it, and when it last said that it still does. Null while it waits for one.
alter table import_run add column node varchar(36);

alter table import_run add column alive_at timestamp with time zone;

alter table import_run add column cancel_asked_at timestamp with time zone;

alter table import_run add column cancelled_by varchar(100);

-- Why it ended without a word about its rows: a code. Null where the file itself was judged.
alter table import_run add column fault varchar(32);

alter table import_run add column undone_at timestamp with time zone;

alter table import_run add column undone_by varchar(100);

alter table import_run add column undo_reason varchar(1000);

-- Of its file: RAW, PACKED or GONE. Files of imports before this were not kept.
alter table import_run add column kept varchar(6) default 'GONE' not null;

create index import_run_kept on import_run (kept, finished_at);

create index import_run_unfinished on import_run (finished_at);

-- Some of what an import changed, or would have changed: at most 1,000 facts of a run.
create table import_sample (
    import_id bigint not null references import_run (id),
    seq integer not null,
    kind varchar(9) not null,
    row_no integer not null,
    unit varchar(64) not null,
    measure varchar(64) not null,
    dims varchar(400) not null,
    grain varchar(1) not null,
    period_start date not null,
    scenario varchar(2) not null,
    source varchar(64) not null,
    old_amount numeric(28, 10),
    amount numeric(28, 10),
    primary key (import_id, seq)
);

-- Row 2 is held for the moment in which an import is registered: two requests with one key are one import.
insert into import_turn (id) values (2);

-- Without a key: two imports that fill it at the same time do not see each other's rows, but would wait for them.
drop table import_drop;

create table import_drop (
    seq integer not null
);
