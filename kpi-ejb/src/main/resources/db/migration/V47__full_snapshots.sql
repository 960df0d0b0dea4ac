-- The dry run that an import names for what it deletes; null: none.
alter table import_run add column confirms bigint;

-- How many facts are missing in a full snapshot, and of a dry run SHA-256 of them: what an import that names it may delete.
alter table import_run add column missing bigint default 0 not null;

alter table import_run add column missing_sha256 varchar(64);
