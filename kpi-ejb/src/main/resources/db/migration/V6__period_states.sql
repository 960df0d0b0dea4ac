-- What was done with periods: closed, reopened, locked, unlocked, and what was asked for. Append-only; the state of a
-- period is that of its last row, OPEN without one. A reopening has ended at recloses_at, whether a row says so or not.
create table period_transition (
    -- the code with the rules of its calendar
    period varchar(20) not null,
    ordinal integer not null,
    action_name varchar(20) not null,
    from_state varchar(10) not null,
    to_state varchar(10) not null,
    person varchar(100) not null,
    auth_method varchar(20) not null,
    recorded_at timestamp with time zone not null,
    reason varchar(4000),
    -- null: no reopening
    scope_all boolean,
    -- codes separated by ;
    scope_units varchar(5000),
    scope_measures varchar(7000),
    requested_by varchar(100),
    recloses_at timestamp with time zone,
    primary key (period, ordinal)
);
