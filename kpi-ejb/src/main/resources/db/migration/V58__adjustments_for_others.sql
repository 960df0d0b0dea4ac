-- Whoever asks for points on a score, and whoever decides, may do so for somebody: four eyes count both.

alter table plan_adjustment add column requested_for varchar(60);
alter table plan_adjustment add column decided_for varchar(60);
