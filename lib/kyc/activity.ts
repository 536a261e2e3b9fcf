/**
 * Everything that a customer's activity tells of, and whom it is told to in full: everybody who may see the customer, who reads the
 * profile, or who decides. These are the audit events that name a customer (the server's types hold that none is missing), and
 * `case.worked_on`, which stands for what a reader may not be told.
 */
export const ACTIVITY_FOR = {
  'customer.created': 'everybody',
  'customer.creation_settled': 'everybody',
  'submission.state_changed': 'everybody',
  'submission.submitted': 'everybody',
  'answers.saved': 'profile',
  'document.recorded': 'profile',
  'document.deleted': 'profile',
  'document.viewed': 'profile',
  'document.downloaded': 'profile',
  'documents.archived': 'profile',
  'document.accepted': 'profile',
  'document.expiring': 'profile',
  'document.expired': 'profile',
  'information.requested': 'profile',
  'information.answered': 'profile',
  'information.withdrawn': 'everybody',
  'customer.signed_in': 'everybody',
  'customer.sign_in_refused': 'everybody',
  'customer.signed_out': 'everybody',
  'risk.assessed': 'profile',
  'risk.overridden': 'profile',
  'risk.override_ended': 'profile',
  'decision.made': 'decisions',
  'decision.proposed': 'decisions',
  'decision.confirmed': 'decisions',
  'decision.declined': 'decisions',
  'decision.withdrawn': 'decisions',
  'decision.lapsed': 'decisions',
  'case.assigned': 'decisions',
  'case.worked_on': 'everybody',
  'note.added': 'everybody',
  'review.opened': 'everybody',
  'versions.compared': 'everybody',
  'credentials.reset_requested': 'everybody',
  'credentials.reset_settled': 'everybody',
  'credentials.password_set': 'everybody',
  'mail.queued': 'everybody',
  'mail.sent': 'everybody',
  'mail.failed': 'everybody',
  'mail.read': 'everybody',
  'profile.viewed': 'everybody',
  'report.downloaded': 'everybody',
} as const satisfies Record<string, 'everybody' | 'profile' | 'decisions'>;
export type ActivityType = keyof typeof ACTIVITY_FOR;
export const ACTIVITY_TYPES = Object.keys(ACTIVITY_FOR) as ActivityType[];

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
