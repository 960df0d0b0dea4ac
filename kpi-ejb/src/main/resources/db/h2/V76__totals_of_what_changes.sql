-- A month of which nothing was stored has its totals from what an import brings, without reading its days again.

alter table import_touched add column is_known boolean not null;
alter table import_touched add column sum_value numeric(38, 10);
alter table import_touched add column first_value numeric(38, 10);
alter table import_touched add column last_value numeric(38, 10);
alter table import_touched add column last_day date;
alter table import_touched add column days_with_data integer;
alter table import_touched add column days_in integer;
