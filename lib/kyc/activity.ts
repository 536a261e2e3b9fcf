/** One line of a customer's activity as the screen gets it: what happened, who did it, and the few facts that its words need. */
export type ActivityLine = {
  id: string;
  /** A moment. */
  at: string;
  actor: { kind: string; name: string | null };
  /** The audit event's type, such as `profile.viewed`. */
  type: string;
  /** Ids, codes and counts of the event; no personal data. */
  facts: Record<string, string | number | null>;
};

/** A page of the activity, newest first. */
export type ActivityLines = { lines: ActivityLine[]; next: string | null };
