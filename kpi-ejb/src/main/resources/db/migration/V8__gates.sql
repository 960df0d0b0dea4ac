-- The condition under which an item of a plan counts, and the departments below that a plan weighs.

alter table plan_item add column gate_numerator varchar(60);
alter table plan_item add column gate_denominator varchar(60);
alter table plan_item add column gate_threshold numeric(28, 10);
alter table plan_item add column gate_mode varchar(10);
alter table plan_item add column gate_cap numeric(28, 10);
alter table plan_item add column gate_maturity_days integer;
alter table plan_item add column gate_mature_share_min numeric(28, 10);

create table plan_child (
    plan_id bigint not null references plan (id),
    position integer not null,
    unit_code varchar(40) not null,
    weight numeric(28, 10) not null,
    primary key (plan_id, position)
);
