import * as z from 'zod';
import type { ActivityLine } from './kyc/activity';
import { day, opaqueId } from './kyc/contract/text';

/**
 * What is on record of the firm itself, by the kind that its page can be narrowed to: the audit events that can happen without a
 * customer (the server's types hold that none is missing).
 */
export const FIRM_EVENTS = {
  settings: ['case_settings.changed', 'reason.added', 'reason.retired', 'reason.restored'],
  models: [
    'risk_model.drafted',
    'risk_model.proposed',
    'risk_model.withdrawn',
    'risk_model.declined',
    'risk_model.released',
    'risk_model.exported',
    'risk_model.imported',
  ],
  users: ['staff.invited', 'staff.changed', 'staff.disabled', 'staff.enabled', 'staff.password_set'],
  signIns: ['staff.signed_in', 'staff.sign_in_refused', 'staff.signed_out', 'customer.sign_in_refused'],
  system: [
    'job.run_now',
    'job.run_again',
    'mail.queued',
    'mail.sent',
    'mail.failed',
    'mail.read',
    'api_client.token_issued',
    'api_client.token_refused',
    'customer.creation_tried',
    'customer.creation_settled',
  ],
} as const;
export type FirmEventType = (typeof FIRM_EVENTS)[keyof typeof FIRM_EVENTS][number];

/** The kinds of the firm's own events, and what was done about customers. */
export const FIRM_KINDS = ['settings', 'models', 'users', 'signIns', 'system'] as const;
export const TRAIL_KINDS = [...FIRM_KINDS, 'customers'] as const;

const trailView = z.object({
  kind: z.enum(TRAIL_KINDS).optional().catch(undefined),
  /** The member of staff who acted. */
  person: opaqueId.optional().catch(undefined),
  /** The last day that is shown (`2026-11-28`, UTC); what came after is left out. */
  until: day
    .refine((last) => last < '9999')
    .optional()
    .catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
/** What a view of the audit trail holds; a URL's query is read with it, and what is no view falls back to everything. */
export type TrailView = z.output<typeof trailView>;

/** The view that a URL's query names. */
export function readTrailView(query: Record<string, string | string[] | undefined>): TrailView {
  return trailView.parse(
    Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat()[0] || undefined])),
  );
}

/** What a setting was and what it became; null for none. */
export type TrailChange = {
  field: string;
  from: string | number | null;
  to: string | number | null;
};

/** One event as the page shows it. */
export type TrailLine = Pick<ActivityLine, 'id' | 'at' | 'actor' | 'facts'> & {
  type: FirmEventType | ActivityLine['type'];
  /** Whom it is about; null for what is the firm's own. */
  customer: { submissionId: string; name: string | null } | null;
  changes: TrailChange[];
};

/** A page of the trail, newest first; `next` is the `after` of the one that follows. */
export type TrailPage = { lines: TrailLine[]; next: string | null };

/** Those whose events can be asked for alone, by name; `more` = the firm has others beyond them. */
export type TrailPeople = { listed: Array<{ id: string; name: string }>; more: boolean };

/** How far the trail is sealed: how many events stand in the chain, since when, and how many wait for their place. */
export type TrailStanding = { sealed: number; since: string | null; unsealed: number };

/** A place in the chain, to go on from. */
export const chainPlace = z.object({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });
export type ChainPlace = z.output<typeof chainPlace>;

/** What is wrong with a link: an event is missing before it, it names another one before it, or it was changed. */
export type ChainFault = 'gap' | 'unlinked' | 'changed';

/** How far a check has come; `broken` is the first link that does not hold. */
export type ChainCheck = {
  head: ChainPlace;
  isEnd: boolean;
  broken: { seq: number; fault: ChainFault } | null;
};
