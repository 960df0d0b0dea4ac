-- What stood where a row of the quarantine wants to: when it came, and from then on until it is decided, as is read.
alter table quarantine add column old_amount numeric(28, 10);

-- Who delivers what: so that two sources of one thing are looked for only where there are two.
create table actual_source (
    unit varchar(64) not null,
    measure varchar(64) not null,
    source varchar(64) not null,
    primary key (unit, measure, source)
);

insert into actual_source (unit, measure, source)
select distinct unit, measure, source
from actual;

-- Codes of the sources in a file, sorted, separated by ;. With the profile it says which feed the file is of.
alter table import_run add column sources varchar(1000);

create index import_run_feed on import_run (profile, state, id);

-- What a dry run would do to scores, one row for each of them.
create table import_effect (
    import_id bigint not null references import_run (id),
    ordinal integer not null,
    -- JSON
    document text not null,
    primary key (import_id, ordinal)
);
