-- What was issued: by which choices, by whom, in which look, and the file itself; who took it.
alter table issued_report add column organisation varchar(10);
alter table issued_report add column comparison varchar(40);
alter table issued_report add column currency varchar(3);
alter table issued_report add column issued_by varchar(100);
alter table issued_report add column look varchar(64);
alter table issued_report add column trace_code varchar(20);
create index issued_report_trace on issued_report (trace_code);

create table issued_file (
    report_id bigint primary key references issued_report (id),
    content bytea not null
);

create sequence report_download_seq start with 100 increment by 100;

create table report_download (
    id bigint primary key,
    report_id bigint not null references issued_report (id),
    person varchar(100) not null,
    downloaded_at timestamp with time zone not null
);
create index report_download_report on report_download (report_id);

-- What people were called when, so that a report that names them can be made again.
create table person_name (
    login varchar(60) not null,
    recorded_at timestamp with time zone not null,
    name varchar(200) not null,
    primary key (login, recorded_at)
);
insert into person_name (login, recorded_at, name)
select login, timestamp with time zone '1970-01-01 00:00:00+00:00', name
from person;
