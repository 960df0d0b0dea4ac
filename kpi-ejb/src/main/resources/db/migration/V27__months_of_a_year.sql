-- The months of a year in one row, as text: what a scorecard reads of closed months, a twelfth of the rows.
-- Kept in the same transaction as actual_month, of which it repeats the figures.
create table actual_year (
    unit varchar(64) not null,
    measure varchar(64) not null,
    dims varchar(400) not null,
    year_start date not null,
    scenario varchar(2) not null,
    source varchar(64) not null,
    -- of its months the latest
    changed_at timestamp with time zone not null,
    -- month, days_in, sum_value, first_value, last_value with spaces between; months divided by semicolons
    months varchar(4000) not null,
    primary key (unit, measure, dims, year_start, scenario, source)
);

insert into actual_year (unit, measure, dims, year_start, scenario, source, changed_at, months)
select unit, measure, dims, year_start, scenario, source, max(changed_at),
    string_agg(cast(extract(month from month_start) as varchar(2)) || ' ' || cast(days_in as varchar(12)) || ' '
        || cast(sum_value as varchar(50)) || ' ' || cast(first_value as varchar(50)) || ' '
        || cast(last_value as varchar(50)), ';' order by month_start)
from (
    select m.*, cast(date_trunc('year', cast(m.month_start as timestamp)) as date) as year_start
    from actual_month m
) y
group by unit, measure, dims, year_start, scenario, source;
