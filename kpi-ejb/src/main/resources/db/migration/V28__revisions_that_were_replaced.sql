-- The revision in force is the row of actual itself; only what it replaced is kept beside it. A fact that never changes,
-- as most do not, is written once. actual_revision is still all of them, now as a view.
alter table actual add column recorded_at timestamp with time zone;

alter table actual add column reason varchar(1000);

merge into actual a
using actual_revision r
    on a.unit = r.unit and a.measure = r.measure and a.dims = r.dims and a.grain = r.grain
    and a.period_start = r.period_start and a.scenario = r.scenario and a.source = r.source
    and a.revision = r.revision
when matched then update set
    recorded_at = r.recorded_at,
    reason = r.reason;

alter table actual alter column recorded_at set not null;

alter table actual_revision rename to actual_past;

delete from actual_past
where exists (
    select 1
    from actual a
    where a.unit = actual_past.unit and a.measure = actual_past.measure and a.dims = actual_past.dims
        and a.grain = actual_past.grain and a.period_start = actual_past.period_start
        and a.scenario = actual_past.scenario and a.source = actual_past.source
        and a.revision = actual_past.revision
);

create view actual_revision as
select unit, measure, dims, grain, period_start, scenario, source, revision, dim_keys, amount, as_of, recorded_at,
    import_id, row_no, reason, tombstone
from actual_past
union all
select unit, measure, dims, grain, period_start, scenario, source, revision, dim_keys, amount, as_of, recorded_at,
    import_id, row_no, reason, amount is null
from actual;
