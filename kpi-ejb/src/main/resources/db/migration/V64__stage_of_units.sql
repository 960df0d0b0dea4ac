-- At which stage the business of a unit is: its next plans begin with it.

alter table org_unit add column business_stage varchar(200);
