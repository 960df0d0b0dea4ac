-- Versions of measures, indicators, pairs and sources that controllers recorded. Append-only: a version is never
-- rewritten, and none is ever deleted. What is shipped stands in the application and is version 1 of its code.
create table catalogue_version (
    kind varchar(10) not null,
    code varchar(60) not null,
    version integer not null,
    valid_from date not null,
    closed_on date,
    recorded_at timestamp with time zone not null,
    recorded_by varchar(100) not null,
    -- JSON, the fields of the API
    document text not null,
    primary key (kind, code, version)
);

-- Sources are entries of the catalogue now; those that stood here are shipped with it, under the same codes.
drop table fact_source;
