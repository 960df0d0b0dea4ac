-- The values of the first and the last day of a month are read from the facts.
alter table month_change drop column least;

alter table month_change drop column greatest;
