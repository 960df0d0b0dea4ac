-- Revisions, closing, adjustments, delegations, comments, and signatures that carry all that proves them.

alter table plan add column based_on bigint;
alter table plan add column revision_code varchar(20);
alter table plan add column revision_reason varchar(2000);
alter table plan add column lint_report_hash varchar(64);

alter table plan_signature add column on_behalf_of varchar(60);
alter table plan_signature add column signer_role varchar(20);
alter table plan_signature add column displayed_hash varchar(64);
alter table plan_signature add column lint_report_hash varchar(64);
alter table plan_signature add column prev_signature_hash varchar(64);
alter table plan_signature add column auth_time timestamp with time zone;
alter table plan_signature add column client_ip varchar(60);

create table plan_decision (
    plan_id bigint not null references plan (id),
    position integer not null,
    item_key varchar(500) not null,
    decision varchar(20) not null,
    reason varchar(2000) not null,
    primary key (plan_id, position)
);

create table plan_adjustment (
    plan_id bigint not null references plan (id),
    position integer not null,
    points numeric(28, 10) not null,
    reason varchar(2000) not null,
    requested_by varchar(60) not null,
    requested_at timestamp with time zone not null,
    decided_by varchar(60),
    decided_at timestamp with time zone,
    accepted boolean not null,
    primary key (plan_id, position)
);

-- Of a unit and a quarter one plan at most is under way and one at most in force: whoever takes a place that is taken at
-- the same instant is refused.
create table plan_place (
    unit_code varchar(40) not null,
    period varchar(20) not null,
    place varchar(10) not null,
    plan_id bigint not null,
    primary key (unit_code, period, place)
);
insert into plan_place (unit_code, period, place, plan_id)
select s.unit_code, s.period,
    case when p.state in ('APPROVED', 'ACTIVE', 'CLOSED') then 'IN_FORCE' else 'UNDER_WAY' end, s.plan_id
from plan_slot s join plan p on p.id = s.plan_id;
drop table plan_slot;

create sequence delegation_seq start with 1 increment by 1;
create table delegation (
    id bigint primary key,
    principal varchar(60) not null references person (login),
    delegate_login varchar(60) not null references person (login),
    role_name varchar(20) not null,
    unit_code varchar(40) not null,
    from_day date not null,
    to_day date not null,
    reason varchar(500) not null,
    created_by varchar(60) not null,
    created_at timestamp with time zone not null,
    revoked_by varchar(60),
    revoked_at timestamp with time zone
);
create index delegation_delegate on delegation (delegate_login);
create index delegation_principal on delegation (principal);

-- Comments outlive a revision: they belong to the unit and the quarter, and name the plan they were made on.
create sequence plan_comment_seq start with 1 increment by 1;
create table plan_comment (
    id bigint primary key,
    unit_code varchar(40) not null,
    period varchar(20) not null,
    plan_id bigint not null references plan (id),
    parent_id bigint references plan_comment (id),
    item_key varchar(500),
    field varchar(40),
    author varchar(60) not null,
    written_at timestamp with time zone not null,
    text varchar(4000) not null,
    blocking boolean not null,
    resolved_by varchar(60),
    resolved_at timestamp with time zone
);
create index plan_comment_thread on plan_comment (unit_code, period);
