-- What a company had set that numbers depend on, so that a scorecard of an earlier instant is made by the settings of then.
create table setting_history (
    name varchar(64) not null,
    recorded_at timestamp with time zone not null,
    -- empty for a setting that is not set
    text_value varchar(16000) not null,
    primary key (name, recorded_at)
);
