-- They are of each import's own transaction now (org.kpisuite.ejb.actual.ImportTables), on both databases.
drop table import_stage;

drop table import_change;

drop table import_drop;

drop table import_touched;

-- The first and the last beginning of a period of all that an import wrote, so that it is found without reading all facts.
-- Null where it wrote nothing. Of the imports before this, nobody knows.
alter table import_run add column first_start date;

alter table import_run add column last_start date;

update import_run set
    first_start = date '0001-01-01',
    last_start = date '9999-12-31';
