-- An audit event is never changed or removed; only the sealing job gives it its place in the chain, once.
create function keep_audit_event() returns trigger language plpgsql as $$
declare
  sealed audit_events;
begin
  if tg_op = 'UPDATE' then
    sealed := old;
    sealed.seq := new.seq;
    sealed.previous_hash := new.previous_hash;
    sealed.hash := new.hash;
    if old.seq is null and num_nulls(new.seq, new.previous_hash, new.hash) = 0 and sealed is not distinct from new then
      return new;
    end if;
  end if;
  raise exception 'audit events are never changed or removed' using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger audit_events_kept before update or delete on audit_events
  for each row execute function keep_audit_event();
--> statement-breakpoint
create trigger audit_events_not_emptied before truncate on audit_events
  for each statement execute function keep_audit_event();
--> statement-breakpoint
-- What a submission was asked must stay what it was asked.
create function keep_used_form_version() returns trigger language plpgsql as $$
begin
  raise exception 'a form version that a submission uses is never changed or removed'
    using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger form_versions_kept before update or delete on form_versions
  for each row when (old.used_at is not null) execute function keep_used_form_version();
