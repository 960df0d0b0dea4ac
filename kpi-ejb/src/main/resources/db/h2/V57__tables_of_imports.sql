-- The tables through which the facts of an import pass, as org.kpisuite.ejb.actual.ImportTables makes them for each
-- transaction in PostgreSQL. Here they stay: rows of a temporary table that a killed process left half written would keep
-- H2 from opening its file again. No transaction leaves rows in them, so each sees its own alone.

create table import_stage (
    seq integer not null,
    row_no integer not null,
    unit varchar(64) not null,
    measure varchar(64) not null,
    dims varchar(400) not null,
    grain varchar(1) not null,
    period_start date not null,
    scenario varchar(2) not null,
    source varchar(64) not null,
    dim_keys varchar(100) not null,
    amount numeric(28, 10),
    as_of timestamp with time zone not null,
    reason varchar(1000)
);

create table import_change (
    seq integer not null,
    row_no integer not null,
    unit varchar(64) not null,
    measure varchar(64) not null,
    dims varchar(400) not null,
    grain varchar(1) not null,
    period_start date not null,
    scenario varchar(2) not null,
    source varchar(64) not null,
    dim_keys varchar(100) not null,
    amount numeric(28, 10),
    as_of timestamp with time zone not null,
    reason varchar(1000),
    old_amount numeric(28, 10),
    old_as_of timestamp with time zone,
    old_revision integer not null,
    import_id bigint
);

create table import_drop (
    seq integer not null,
    kind varchar(1)
);

create table import_touched (
    unit varchar(64) not null,
    measure varchar(64) not null,
    month_start date not null,
    month_end date not null,
    scenario varchar(2) not null,
    source varchar(64) not null
);
