-- Where units stand, from which day on, and since when that is known. Append-only: a row is never changed.

create sequence org_membership_seq start with 1000100 increment by 100;

-- One row for each unit above; a root has one row with none. position: the first one is where the unit stands for
-- rights. Rows of one unit, day and instant belong together; of two recorded for one day the later counts.
create table org_membership (
    id bigint primary key,
    unit_code varchar(40) not null,
    valid_from date not null,
    recorded_at timestamp with time zone not null,
    position integer not null,
    parent_code varchar(40),
    share numeric(28, 10) not null,
    -- null: so from the beginning of the installation
    recorded_by varchar(100),
    constraint org_membership_once unique (unit_code, valid_from, recorded_at, position)
);

-- What was there has been so from the beginning, and was always known. The sequence begins above these numbers.
insert into org_membership (id, unit_code, valid_from, recorded_at, position, parent_code, share)
select
    row_number() over (order by code),
    code,
    date '1900-01-01',
    timestamp with time zone '1970-01-01 00:00:00+00:00',
    0,
    parent_code,
    1
from org_unit;

alter table org_unit drop column parent_code;

-- Last day of the unit's work; null while it works. Units are closed, never deleted.
alter table org_unit add column closed_on date;

-- One row. Changes of the organisation wait for each other here, and each leaves a mark of its own: who still sees the
-- mark that they saw need not read the organisation again.
create table org_change (
    id integer primary key,
    mark varchar(36) not null
);

insert into org_change (id, mark) values (1, 'beginning');
