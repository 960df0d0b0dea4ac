-- Signatures name their plan and revision. Null: one from before they did, whose hash holds neither.

alter table plan_signature add column record_version integer;
