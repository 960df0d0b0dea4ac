-- What changes of each series in each month, taken together: see org.kpisuite.ejb.actual.ImportTables.
create table month_change (
    series_no integer not null,
    series_id integer,
    month_start date not null,
    created integer not null,
    changed integer not null,
    deleted integer not null,
    first_start date not null,
    last_start date not null,
    sum_value numeric(38, 10),
    least numeric(38, 10),
    greatest numeric(38, 10),
    first_day date,
    last_day date,
    days_with_data integer not null,
    days_in integer not null
);
