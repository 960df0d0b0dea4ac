-- Whose figures an import is about: all units that its file names and the installation knows, whatever became of the rows.
-- An import of which none is known is the business of the whole organisation.
create table import_unit (
    import_id bigint not null references import_run (id),
    unit varchar(64) not null,
    primary key (import_id, unit)
);

insert into import_unit (import_id, unit)
select w.import_id, w.unit
from (
    select import_id, unit
    from actual_revision
    union
    select import_id, unit
    from quarantine
) w
join import_run r on r.id = w.import_id;
