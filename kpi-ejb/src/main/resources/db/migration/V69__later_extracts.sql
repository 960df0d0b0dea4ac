-- Under NEWER, what is known already and extracted later is as of that later extract, without a revision: which import said
-- so, of the value of which import, and as of when it was before. So an import that is taken back no longer dates anything.
create table actual_seen (
    unit varchar(64) not null,
    measure varchar(64) not null,
    dims varchar(400) not null,
    grain varchar(1) not null,
    period_start date not null,
    scenario varchar(2) not null,
    source varchar(64) not null,
    import_id bigint not null,
    origin_id bigint not null,
    as_of_before timestamp with time zone not null,
    as_of timestamp with time zone not null,
    primary key (unit, measure, dims, grain, period_start, scenario, source, import_id)
);

create index actual_seen_import on actual_seen (import_id);
