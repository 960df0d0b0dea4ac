-- How a target spreads over its quarter, 0.3,0.3,0.4: a weight for each month or week. Null: not by a profile.
alter table plan_item add column phasing_profile varchar(400);
