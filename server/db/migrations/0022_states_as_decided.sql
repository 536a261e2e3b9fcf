-- Nobody is approved or rejected but by a decision about the very profile that was there, and at a high risk by that of two people.
-- Asked at the commit, when the assessment that the decision itself occasions is there.
create function keep_to_decisions() returns trigger language plpgsql as $$
declare
  level text;
begin
  select a.risk_level_id into level from risk_assessments a
  where a.submission_id = new.id order by a.assessed_at desc, a.id desc limit 1;
  perform from decisions d
  where d.submission_id = new.id and d.tenant_id = new.tenant_id and d.state = 'effective'
    and d.kind = case new.kyc_state when 'Approved' then 'approve' else 'reject' end and d.seen_version = old.version
    and (d.checker_id is not null or level is distinct from 'High');
  if not found then
    raise exception 'a submission becomes % as it was decided', new.kyc_state using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger submissions_as_decided after update of kyc_state on submissions
  deferrable initially deferred for each row
  when (old.kyc_state is distinct from new.kyc_state and new.kyc_state in ('Approved', 'Rejected'))
  execute function keep_to_decisions();
