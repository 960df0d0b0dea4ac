-- Units, people with their grants, tokens and invitations, plans, and the append-only record of what was done.

create table org_unit (
    code varchar(40) primary key,
    name_en varchar(200) not null,
    name_ru varchar(200) not null,
    parent_code varchar(40),
    currency varchar(3),
    version bigint not null
);

create table person (
    login varchar(60) primary key,
    name varchar(200) not null,
    email varchar(255) not null,
    locale varchar(8) not null,
    password_hash varchar(400),
    version bigint not null
);

create table person_grant (
    login varchar(60) not null references person (login),
    role_name varchar(20) not null,
    unit_code varchar(40) not null,
    from_day date,
    to_day date
);
create index person_grant_login on person_grant (login);

create table access_token (
    token_hash varchar(64) primary key,
    login varchar(60) not null,
    scopes varchar(60) not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    auth_method varchar(20) not null
);

create table invitation (
    code_hash varchar(64) primary key,
    login varchar(60),
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone
);

create sequence plan_seq start with 100 increment by 100;

create table plan (
    id bigint primary key,
    unit_code varchar(40) not null,
    period varchar(20) not null,
    revision integer not null,
    state varchar(20) not null,
    business_stage varchar(200),
    content_hash varchar(64),
    approved_late_days bigint not null,
    version bigint not null
);
create index plan_unit_period on plan (unit_code, period);

-- One plan at most stands open for a unit and a quarter: whoever creates a second one at the same instant is refused.
create table plan_slot (
    unit_code varchar(40) not null,
    period varchar(20) not null,
    plan_id bigint not null,
    primary key (unit_code, period)
);

create table plan_item (
    plan_id bigint not null references plan (id),
    position integer not null,
    indicator varchar(60) not null,
    dims varchar(400) not null,
    usage_kind varchar(10) not null,
    weight numeric(28, 10) not null,
    direction varchar(10) not null,
    formula varchar(1000) not null,
    baseline numeric(28, 10),
    floor_mark numeric(28, 10),
    target numeric(28, 10),
    stretch numeric(28, 10),
    low_mark numeric(28, 10),
    high_mark numeric(28, 10),
    low_floor numeric(28, 10),
    high_floor numeric(28, 10),
    floor_score numeric(28, 10) not null,
    cap_score numeric(28, 10) not null,
    phasing varchar(20) not null,
    controllability varchar(10),
    quality_pair varchar(500),
    explains varchar(500),
    goal_link varchar(2000),
    influencers varchar(2000),
    owner_name varchar(500),
    data_source varchar(500),
    rationale varchar(4000),
    primary key (plan_id, position)
);

create table plan_editor (
    plan_id bigint not null references plan (id),
    login varchar(60) not null,
    primary key (plan_id, login)
);

create table plan_signature (
    plan_id bigint not null references plan (id),
    position integer not null,
    meaning varchar(20) not null,
    signer varchar(60) not null,
    signed_at timestamp with time zone not null,
    content_hash varchar(64) not null,
    auth_method varchar(20) not null,
    note varchar(4000),
    primary key (plan_id, position)
);
