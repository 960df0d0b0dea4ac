-- What a pair foretold, from which last period, so that it can be held against what came. Never rewritten.
create table pair_forecast (
    unit varchar(64) not null,
    pair varchar(64) not null,
    period varchar(32) not null,
    made_from varchar(32) not null,
    made_at timestamp with time zone not null,
    method varchar(8) not null,
    lag integer not null,
    amount numeric(38, 10) not null,
    low numeric(38, 10) not null,
    high numeric(38, 10) not null,
    -- the last value known, or that of the season before: what repetition would have said
    repeated numeric(38, 10) not null,
    primary key (unit, pair, period, made_from)
);
