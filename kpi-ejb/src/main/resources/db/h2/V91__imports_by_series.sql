-- The tables of imports by series: see org.kpisuite.ejb.actual.ImportTables.

drop table import_stage;

drop table import_change;

drop table import_touched;

create table staged_series (
    no integer not null,
    id integer,
    unit varchar(64) not null,
    scenario varchar(2) not null,
    measure varchar(64) not null,
    dims varchar(400) not null,
    grain varchar(1) not null,
    source varchar(64) not null,
    dim_keys varchar(100) not null
);

create index staged_series_no on staged_series (no);

create table staged_fact (
    seq integer not null,
    row_no integer not null,
    series_no integer not null,
    period_start date not null,
    amount numeric(28, 10),
    as_of timestamp with time zone not null,
    reason varchar(1000)
);

create table fact_change (
    seq integer not null,
    row_no integer not null,
    series_no integer not null,
    series_id integer,
    period_start date not null,
    amount numeric(28, 10),
    as_of timestamp with time zone not null,
    reason varchar(1000),
    import_id bigint,
    old_revision integer not null,
    old_amount numeric(28, 10),
    old_as_of timestamp with time zone,
    old_recorded_at timestamp with time zone,
    old_import_id bigint,
    old_row_no integer,
    old_reason varchar(1000)
);

create table import_touched (
    unit varchar(64) not null,
    measure varchar(64) not null,
    month_start date not null,
    month_end date not null,
    scenario varchar(2) not null,
    source varchar(64) not null,
    total_id integer,
    is_known boolean not null,
    sum_value numeric(38, 10),
    first_value numeric(38, 10),
    last_value numeric(38, 10),
    last_day date,
    days_with_data integer,
    days_in integer
);

-- Left joins, where each row has its series, so that H2 reads the rows once and not once for each series.
create view import_stage as
select f.seq, f.row_no, s.unit, s.measure, s.dims, s.grain, f.period_start, s.scenario, s.source, s.dim_keys, f.amount,
    f.as_of, f.reason, s.id as series_id
from staged_fact f
left join staged_series s on s.no = f.series_no;

create view import_change as
select c.seq, c.row_no, s.unit, s.measure, s.dims, s.grain, c.period_start, s.scenario, s.source, s.dim_keys, c.amount,
    c.as_of, c.reason, c.old_amount, c.old_as_of, c.old_revision, c.import_id, c.series_id
from fact_change c
left join staged_series s on s.no = c.series_no;
