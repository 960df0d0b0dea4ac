-- How often processes began an import: one that stopped them all is not begun for ever.
alter table import_run add column attempts integer default 0 not null;
