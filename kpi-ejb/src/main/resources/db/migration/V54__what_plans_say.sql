-- What a plan says besides its figures: talks with the team, answers to warnings, the figure of the goal that an item
-- serves; who decided what about it at closing, and which points were adjusted by four eyes.

alter table plan_item add column goal_value numeric(28, 10);
alter table plan_item add column coverage_factor numeric(28, 10);

create table plan_consultation (
    plan_id bigint not null references plan (id),
    position integer not null,
    who varchar(500) not null,
    held_on date not null,
    outcome varchar(2000),
    primary key (plan_id, position)
);

create table plan_answer (
    plan_id bigint not null references plan (id),
    position integer not null,
    code varchar(20) not null,
    item_key varchar(500) not null,
    rationale varchar(2000) not null,
    primary key (plan_id, position)
);
