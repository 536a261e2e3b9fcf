-- What was written stays as it was written.
create function keep_as_written() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger case_notes_kept before update or delete on case_notes
  for each row execute function keep_as_written();
--> statement-breakpoint
create trigger profile_versions_kept before update or delete on profile_versions
  for each row execute function keep_as_written();
--> statement-breakpoint
create trigger answer_versions_kept before update or delete on answer_versions
  for each row execute function keep_as_written();
--> statement-breakpoint
create trigger risk_assessments_kept before update or delete on risk_assessments
  for each row execute function keep_as_written();
--> statement-breakpoint
-- A decision is closed once; what was proposed, by whom and on which version stays.
create function keep_decision() returns trigger language plpgsql as $$
declare
  closed decisions;
begin
  if tg_op = 'UPDATE' and old.state = 'awaitingSecond' and new.state <> 'awaitingSecond' then
    closed := old;
    closed.state := new.state;
    closed.checker_id := new.checker_id;
    closed.checker_note := new.checker_note;
    closed.closed_at := new.closed_at;
    if closed is not distinct from new then
      return new;
    end if;
  end if;
  raise exception 'a decision is closed once and never changed or removed' using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger decisions_kept before update or delete on decisions
  for each row execute function keep_decision();
--> statement-breakpoint
-- An override ends once.
create function keep_override() returns trigger language plpgsql as $$
declare
  ended risk_overrides;
begin
  if tg_op = 'UPDATE' and old.ended_at is null and new.ended_at is not null and new.ended_because is not null then
    ended := old;
    ended.ended_at := new.ended_at;
    ended.ended_because := new.ended_because;
    if ended is not distinct from new then
      return new;
    end if;
  end if;
  raise exception 'an override ends once and is never changed or removed' using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger risk_overrides_kept before update or delete on risk_overrides
  for each row execute function keep_override();
--> statement-breakpoint
-- A version of the risk model changes while it is a draft; what was proposed is what a second person releases.
create function keep_model_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('released', 'withdrawn') then
    raise exception 'a version of the risk model that was released or withdrawn is never changed or removed'
      using errcode = 'integrity_constraint_violation';
  end if;
  if new.definition is distinct from old.definition and old.state <> 'draft' then
    raise exception 'a proposed version of the risk model is not changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger risk_model_versions_kept before update or delete on risk_model_versions
  for each row execute function keep_model_version();
--> statement-breakpoint
-- What is known of the versions before they were kept: each submission's present one, and the answers as they stand.
insert into profile_versions (submission_id, version, tenant_id, at, actor_kind, actor_id, trigger, kyc_state, assessment_id)
select s.id, s.version, s.tenant_id, s.updated_at, 'system', 'upgrade', 'upgrade', s.kyc_state, (
  select a.id from risk_assessments a where a.submission_id = s.id order by a.assessed_at desc, a.id desc limit 1
)
from submissions s;
--> statement-breakpoint
insert into answer_versions (submission_id, field_id, version, field_type_id, value, answered_at, answered_by)
select submission_id, field_id, version, field_type_id, value, answered_at, answered_by from answers;
--> statement-breakpoint
insert into review_schedules (submission_id, tenant_id, employee_id, due_on, because, basis, set_at)
select s.id, s.tenant_id, s.employee_id, a.next_review_date, 'level',
  jsonb_build_object('level', a.risk_level_id, 'from', a.assessed_at::date,
    'months', case a.risk_level_id when 'High' then 12 when 'Medium' then 24 else 36 end), a.assessed_at
from submissions s
join lateral (
  select * from risk_assessments r where r.submission_id = s.id order by r.assessed_at desc, r.id desc limit 1
) a on a.next_review_date is not null;
--> statement-breakpoint
insert into cases (submission_id, tenant_id, stage, because, opened_at, due_on, risk_rank)
select d.submission_id, d.tenant_id,
  case when exists (
    select 1 from information_requests i
    where i.submission_id = d.submission_id and i.answered_at is null and i.withdrawn_at is null
  ) then 'waitingOnCustomer' else 'toDecide' end,
  'submitted', d.updated_at, d.updated_at::date + 5,
  case d.risk_level_id when 'High' then 0 when 'Medium' then 1 else 2 end
from directory d
join submissions s on s.id = d.submission_id
where d.kyc_state = 'ComplianceReview';
