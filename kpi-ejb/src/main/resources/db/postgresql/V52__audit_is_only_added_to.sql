-- The application owns its tables, so that a right taken from it would not bind it: the table itself refuses.
create function audit_record_stays() returns trigger language plpgsql as $$
begin
    raise exception 'audit_record is only added to';
end
$$;

create trigger audit_record_stays
before update or delete or truncate on audit_record
for each statement execute function audit_record_stays();
