-- When an import had read its file, and when it had judged all rows: how far it has come is told by how long it took so far.
alter table import_run add column parsed_at timestamp with time zone;

alter table import_run add column validated_at timestamp with time zone;
