-- The hash of the whole definition by which an item was written. Null: one from before it was kept.

alter table plan_item add column definition_hash varchar(64);
