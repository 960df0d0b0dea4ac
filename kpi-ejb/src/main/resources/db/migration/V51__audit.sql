-- What was done, by whom, to what: only ever added to, each row chained to the one before by its hash.
create table audit_record (
    -- from 1, without a gap: given out by the row below, not by a sequence
    seq bigint primary key,
    recorded_at timestamp with time zone not null,
    actor varchar(100) not null,
    on_behalf_of varchar(100),
    action_name varchar(40) not null,
    -- kind/id
    object varchar(300) not null,
    -- null: the whole company's
    unit varchar(64),
    -- canonical JSON
    before_json text,
    after_json text,
    request_id varchar(64),
    ip varchar(64),
    prev_hash varchar(64) not null,
    hash varchar(64) not null
);
create index audit_record_object on audit_record (object, seq);
create index audit_record_actor on audit_record (actor, seq);
create index audit_record_unit on audit_record (unit, seq);
create index audit_record_at on audit_record (recorded_at);

-- One row: where the chain ends. Whoever lengthens it holds this row until the end of his transaction.
create table audit_head (
    id integer primary key,
    seq bigint not null,
    hash varchar(64) not null
);

insert into audit_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
