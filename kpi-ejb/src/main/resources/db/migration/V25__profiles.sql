-- The unit that whoever sent the file said, where the profile leaves that open; empty where it does not.
alter table import_run add column unit varchar(64) default '' not null;

-- Every document that a profile ever had: a run names the version by which its file was read.
create table import_profile_version (
    code varchar(64) not null,
    version bigint not null,
    document text not null,
    person varchar(100),
    recorded_at timestamp with time zone,
    primary key (code, version)
);

insert into import_profile_version (code, version, document)
    select code, version, document from import_profile;
