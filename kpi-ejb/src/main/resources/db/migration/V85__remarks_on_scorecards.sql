-- What people say about a scorecard, and what they do about its items: an action has an owner and a day. Nothing is taken back.
create sequence scorecard_remark_seq start with 1 increment by 1;
create table scorecard_remark (
    id bigint primary key,
    unit_code varchar(40) not null,
    period varchar(40) not null,
    item_key varchar(500),
    text varchar(4000) not null,
    action_owner varchar(200),
    due date,
    author varchar(60) not null,
    written_at timestamp with time zone not null,
    done_by varchar(60),
    done_at timestamp with time zone
);
create index scorecard_remark_of on scorecard_remark (unit_code, period);
