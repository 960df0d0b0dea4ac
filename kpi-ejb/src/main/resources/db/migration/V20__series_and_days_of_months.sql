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

merge into actual_month m
using (
    select d.unit, d.measure, d.dims, d.month_start, d.scenario, d.source,
        cast(sum(d.present * power(cast(2 as double precision),
            cast(extract(day from d.period_start) as double precision) - 1)) as integer) as days_in,
        max(d.changed_at) as changed_at
    from (
        select r.unit, r.measure, k.dims, r.period_start, r.scenario, r.source,
            cast(date_trunc('month', cast(r.period_start as timestamp)) as date) as month_start,
            max(case when a.amount is null then 0 else 1 end) as present,
            max(r.recorded_at) as changed_at
        from actual_revision r
        join actual_month k
            on k.unit = r.unit and k.measure = r.measure and (k.dims = '' or k.dims = r.dims)
            and k.month_start = cast(date_trunc('month', cast(r.period_start as timestamp)) as date)
            and k.scenario = r.scenario and k.source = r.source
        join actual a
            on a.unit = r.unit and a.measure = r.measure and a.dims = r.dims and a.grain = r.grain
            and a.period_start = r.period_start and a.scenario = r.scenario and a.source = r.source
        where r.grain = 'D'
        group by r.unit, r.measure, k.dims, r.period_start, r.scenario, r.source
    ) d
    group by d.unit, d.measure, d.dims, d.month_start, d.scenario, d.source
) s
    on m.unit = s.unit and m.measure = s.measure and m.dims = s.dims
    and m.month_start = s.month_start and m.scenario = s.scenario and m.source = s.source
when matched then update set
    days_in = s.days_in,
    changed_at = s.changed_at;
