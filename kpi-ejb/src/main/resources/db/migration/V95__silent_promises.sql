-- Since which period the lagging indicator of a promise that is due has not been delivered; empty where it is not due.
alter table signal_told add column silent_since varchar(32);
