-- Only who is approved, or was when the review began, is looked at again; the first laying out had everybody on the calendar.
delete from review_schedules r
using submissions s
where s.id = r.submission_id and s.kyc_state <> 'Approved' and not (
  s.kyc_state = 'ComplianceReview' and exists (
    select 1 from audit_events e
    where e.submission_id = s.id and e.type = 'submission.state_changed' and e.data->>'from' = 'Approved'
  )
);
