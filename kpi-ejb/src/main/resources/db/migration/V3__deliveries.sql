-- Schedules, their runs, one delivery per recipient, the files that were issued, and the queue of jobs.

create sequence schedule_seq start with 100 increment by 100;

create table schedule (
    id bigint primary key,
    unit_code varchar(40) not null,
    slot_day varchar(10) not null,
    slot_time varchar(5) not null,
    slot_zone varchar(50) not null,
    enabled boolean not null,
    data_age_days_max integer not null,
    active_since timestamp with time zone not null,
    version bigint not null
);
create index schedule_unit on schedule (unit_code);

create table schedule_recipient (
    schedule_id bigint not null references schedule (id),
    position integer not null,
    email varchar(254) not null,
    locale varchar(8) not null,
    primary key (schedule_id, position)
);

create sequence report_run_seq start with 100 increment by 100;

create table report_run (
    id bigint primary key,
    schedule_id bigint not null references schedule (id),
    as_of timestamp with time zone not null,
    unit_code varchar(40) not null,
    period varchar(20) not null,
    requested_by varchar(100) not null,
    planned_at timestamp with time zone not null,
    constraint report_run_once unique (schedule_id, as_of)
);

create sequence delivery_seq start with 100 increment by 100;

-- A row stands here before its mail is sent; the key is what keeps anybody from getting it twice.
create table delivery (
    id bigint primary key,
    run_id bigint not null references report_run (id),
    schedule_id bigint not null,
    unit_code varchar(40) not null,
    period varchar(20) not null,
    as_of timestamp with time zone not null,
    kind varchar(10) not null,
    recipient varchar(254) not null,
    locale varchar(8) not null,
    state varchar(10) not null,
    attempts integer not null,
    retryable boolean not null,
    planned_at timestamp with time zone not null,
    claimed_at timestamp with time zone,
    ended_at timestamp with time zone,
    message_id varchar(200),
    answer varchar(1000),
    pdf_sha256 varchar(64),
    pdf_bytes bigint,
    workbook_sha256 varchar(64),
    workbook_bytes bigint,
    version bigint not null,
    constraint delivery_once unique (schedule_id, as_of, recipient, kind)
);
create index delivery_run on delivery (run_id);
create index delivery_unit on delivery (unit_code);
create index delivery_state on delivery (state);

create sequence issued_report_seq start with 100 increment by 100;

create table issued_report (
    id bigint primary key,
    run_id bigint references report_run (id),
    unit_code varchar(40) not null,
    period varchar(20) not null,
    as_of timestamp with time zone not null,
    locale varchar(8) not null,
    file_format varchar(10) not null,
    sha256 varchar(64) not null,
    size_bytes bigint not null,
    plan_hash varchar(64),
    issued_at timestamp with time zone not null,
    constraint issued_report_once unique (run_id, locale, file_format, sha256)
);
create index issued_report_unit on issued_report (unit_code);

-- The queue that all nodes share; its shape is that of db-scheduler.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(200) not null,
    task_data bytea,
    execution_time timestamp with time zone not null,
    picked boolean not null,
    picked_by varchar(200),
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
