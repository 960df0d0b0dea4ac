-- Why the house did not send a mail: a code and what its sentence names, so that each reader has it in their language.
alter table delivery add column reason_code varchar(20);
alter table delivery add column reason_arguments varchar(2000);
