-- An answer to a warning is kept with the finding that it was given to; those given before that answer whatever their rule finds.

alter table plan_answer add column finding_id varchar(16) not null default '';
