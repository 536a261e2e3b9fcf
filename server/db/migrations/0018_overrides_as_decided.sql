-- A level that a person set is the one that was decided, until the day that was decided; below what the model found it takes two people.
create function override_as_decided() returns trigger language plpgsql as $$
declare
  decided decisions;
  found_level text;
begin
  select * into decided from decisions d
  where d.id = new.decision_id and d.tenant_id = new.tenant_id and d.submission_id = new.submission_id
    and d.kind = 'changeLevel' and d.state = 'effective'
    and d.risk_level_id = new.risk_level_id and d.valid_until = new.valid_until;
  if not found then
    raise exception 'a level is set as it was decided' using errcode = 'integrity_constraint_violation';
  end if;
  select a.calculated_risk_level_id into found_level from risk_assessments a
  where a.submission_id = new.submission_id order by a.assessed_at desc, a.id desc limit 1;
  if decided.checker_id is null and array_position(array['Low', 'Medium', 'High'], new.risk_level_id)
      < array_position(array['Low', 'Medium', 'High'], found_level) then
    raise exception 'a level below the calculated one is set by two people' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger risk_overrides_as_decided before insert on risk_overrides
  for each row execute function override_as_decided();
