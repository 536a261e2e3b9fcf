-- The legal moves of a submission (lib/kyc/states.ts; a test compares the two), whoever writes the row.
create function keep_to_legal_moves() returns trigger language plpgsql as $$
begin
  if not (old.kyc_state || '>' || new.kyc_state) = any (array[
    'New>Onboarding',
    'Onboarding>ComplianceReview',
    'ComplianceReview>Approved',
    'ComplianceReview>Rejected',
    'Approved>ComplianceReview',
    'Rejected>OnboardingAfterRejection',
    'OnboardingAfterRejection>ComplianceReview'
  ]) then
    raise exception 'a submission does not move from % to %', old.kyc_state, new.kyc_state
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger submissions_moves before update of kyc_state on submissions
  for each row when (old.kyc_state is distinct from new.kyc_state) execute function keep_to_legal_moves();
--> statement-breakpoint
-- What a customer was asked for, and why, stays as it was asked; it is closed once, as answered or as withdrawn.
create function keep_information_request() returns trigger language plpgsql as $$
declare
  closed information_requests;
begin
  if tg_op = 'UPDATE' and num_nonnulls(old.answered_at, old.withdrawn_at) = 0
    and num_nonnulls(new.answered_at, new.withdrawn_at) = 1 then
    closed := old;
    closed.answered_at := new.answered_at;
    closed.withdrawn_at := new.withdrawn_at;
    if closed is not distinct from new then
      return new;
    end if;
  end if;
  raise exception 'a request for information is closed once and never changed or removed'
    using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger information_requests_kept before update or delete on information_requests
  for each row execute function keep_information_request();
--> statement-breakpoint
-- What compliance said of a document stands; another opinion is another row.
create function keep_document_review() returns trigger language plpgsql as $$
begin
  raise exception 'reviews of documents are never changed or removed' using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger document_reviews_kept before update or delete on document_reviews
  for each row execute function keep_document_review();
