-- What foreign currencies are worth in that of the company, by month, quarter or year. Append-only: the rate that holds is
-- the one recorded last, and a scorecard of an earlier instant is converted by what was known then.
create table exchange_rate (
    currency varchar(3) not null,
    period varchar(20) not null,
    version integer not null,
    average_rate numeric(28, 10),
    closing_rate numeric(28, 10),
    plan_rate numeric(28, 10),
    recorded_at timestamp with time zone not null,
    recorded_by varchar(100) not null,
    primary key (currency, period, version)
);
