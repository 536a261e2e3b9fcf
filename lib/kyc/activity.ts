/**
 * Everything that a customer's activity tells of: the audit events that name a customer (the server's types hold that none is missing),
 * and `case.worked_on`, which stands for what a reader may not be told.
 */
export const ACTIVITY_TYPES = [
  'customer.created',
  'customer.creation_settled',
  'submission.state_changed',
  'submission.submitted',
  'answers.saved',
  'document.recorded',
  'document.deleted',
  'document.viewed',
  'document.downloaded',
  'documents.archived',
  'document.accepted',
  'document.expiring',
  'document.expired',
  'information.requested',
  'information.answered',
  'information.withdrawn',
  'customer.signed_in',
  'customer.sign_in_refused',
  'customer.signed_out',
  'risk.assessed',
  'risk.overridden',
  'risk.override_ended',
  'decision.made',
  'decision.proposed',
  'decision.confirmed',
  'decision.declined',
  'decision.withdrawn',
  'decision.lapsed',
  'case.assigned',
  'case.worked_on',
  'note.added',
  'review.opened',
  'versions.compared',
  'credentials.reset_requested',
  'credentials.reset_settled',
  'credentials.password_set',
  'mail.queued',
  'mail.sent',
  'mail.failed',
  'mail.read',
  'profile.viewed',
  'report.downloaded',
] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

/** One line of a customer's activity as the screen gets it: what happened, who did it, and the few facts that its words need. */
export type ActivityLine = {
  id: string;
  /** A moment. */
  at: string;
  actor: { kind: string; name: string | null };
  type: ActivityType;
  /** Ids, codes and counts of the event; no personal data. */
  facts: Record<string, string | number | null>;
};

/** A page of the activity, newest first. */
export type ActivityLines = { lines: ActivityLine[]; next: string | null };
