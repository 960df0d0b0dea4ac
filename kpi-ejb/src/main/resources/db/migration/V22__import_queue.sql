-- The queue of imports that nobody waits for; its shape is that of db-scheduler. Apart from that of deliveries: a large
-- file keeps no report waiting.

create table import_tasks (
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
create index import_tasks_execution_time on import_tasks (execution_time);
create index import_tasks_heartbeat on import_tasks (last_heartbeat);
