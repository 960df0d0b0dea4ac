-- Whose value it is, where an import is taken back and what was there before stands again; null: of the import itself.
alter table import_change add column import_id bigint;
