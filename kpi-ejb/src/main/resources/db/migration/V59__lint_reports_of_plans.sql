-- What the lint found when a plan was submitted, as the text whose hash its signatures carry.

alter table plan add column lint_report text;
