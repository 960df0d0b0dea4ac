-- What units were called and in which currency they counted, and since when that is known. Append-only: a row is never
-- changed.

create sequence org_unit_face_seq start with 1000100 increment by 100;

create table org_unit_face (
    id bigint primary key,
    unit_code varchar(40) not null,
    recorded_at timestamp with time zone not null,
    name_en varchar(200) not null,
    name_ru varchar(200) not null,
    currency varchar(3),
    -- null: so from the beginning of the installation
    recorded_by varchar(100),
    constraint org_unit_face_once unique (unit_code, recorded_at)
);

-- What is there now was always known. The sequence begins above these numbers.
insert into org_unit_face (id, unit_code, recorded_at, name_en, name_ru, currency)
select
    row_number() over (order by code),
    code,
    timestamp with time zone '1970-01-01 00:00:00+00:00',
    name_en,
    name_ru,
    currency
from org_unit;
