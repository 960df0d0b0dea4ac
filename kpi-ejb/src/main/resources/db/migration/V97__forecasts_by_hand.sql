-- What people foretell of a line and a period by their own judgement. The last word counts; what was said before it stays.
create sequence manual_forecast_seq start with 1 increment by 1;
create table manual_forecast (
    id bigint primary key,
    unit_code varchar(40) not null,
    item_key varchar(500) not null,
    period varchar(40) not null,
    amount numeric(28, 10),
    note varchar(1000) not null,
    author varchar(60) not null,
    written_at timestamp with time zone not null
);
create index manual_forecast_of on manual_forecast (unit_code, period);
