-- The import whose row of the same key stands for a REPLACED one: once that import is taken back, the row is open again.
-- Null for what was replaced before this was written down.
alter table quarantine add column replaced_by bigint;

create index quarantine_replaced on quarantine (replaced_by);
