-- What a reader knows before it reads facts, kept in the same transaction as the facts.

-- The series there are, so that nothing is looked for that was never delivered.
create table actual_series (
    unit varchar(64) not null,
    scenario varchar(2) not null,
    measure varchar(64) not null,
    dims varchar(400) not null,
    grain varchar(1) not null,
    -- of the latest revision in it
    changed_at timestamp with time zone not null,
    -- of the latest revision in it that put one value in place of another
    restated_at timestamp with time zone,
    primary key (unit, scenario, measure, dims, grain)
);

insert into actual_series (unit, scenario, measure, dims, grain, changed_at, restated_at)
select unit, scenario, measure, dims, grain, max(recorded_at),
    max(case when revision > 1 and amount is not null then recorded_at end)
from actual_revision
group by unit, scenario, measure, dims, grain;

-- Bit n - 1 stands for day n of the month. A month that lost all its days stays, with none: it had some once.
alter table actual_month add column days_in integer default 0 not null;

alter table actual_month add column changed_at timestamp with time zone
    default timestamp with time zone '1970-01-01 00:00:00+00:00' not null;

update actual_month m set
    days_in = coalesce((
        select cast(sum(distinct power(cast(2 as double precision),
            cast(extract(day from a.period_start) as double precision) - 1)) as integer)
        from actual a
        where a.unit = m.unit and a.measure = m.measure and a.grain = 'D'
            and a.period_start >= m.month_start
            and a.period_start < cast(cast(m.month_start as timestamp) + interval '1' month as date)
            and a.scenario = m.scenario and a.source = m.source
            and (m.dims = '' or a.dims = m.dims) and a.amount is not null
    ), 0),
    changed_at = coalesce((
        select max(r.recorded_at)
        from actual_revision r
        where r.unit = m.unit and r.measure = m.measure and r.grain = 'D'
            and r.period_start >= m.month_start
            and r.period_start < cast(cast(m.month_start as timestamp) + interval '1' month as date)
            and r.scenario = m.scenario and r.source = m.source
    ), m.changed_at);
