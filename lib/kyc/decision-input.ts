import * as z from 'zod';
import { RISK_LEVELS } from './contract/lists';
import { day, opaqueId, plainText } from './contract/text';
import { DECISION_KINDS, NOTE_AUDIENCES, NOTE_LIMIT, REASON_PURPOSES } from './decisions';

const noteText = plainText({ limit: NOTE_LIMIT, lines: true });
const forcedNote = plainText({ least: 1, limit: NOTE_LIMIT, lines: true });
/** The version of the profile that the person saw who decides. */
const seenVersion = z.int().min(1);

/**
 * A decision about a customer. Anything but a plain approval needs a note or a reason of the library; escalating needs a note; changing
 * the level needs the level, its last day, and a reason of the library or a note.
 */
export const decideInput = z
  .object({
    submissionId: opaqueId,
    kind: z.enum(DECISION_KINDS),
    seenVersion,
    riskLevelId: z.enum(RISK_LEVELS).optional(),
    /** The last day on which the level holds. */
    validUntil: day.optional(),
    reasonId: opaqueId.optional(),
    note: noteText.default(''),
  })
  .superRefine(({ kind, riskLevelId, validUntil, reasonId, note }, context) => {
    const missing = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (kind === 'escalate' && note === '') missing('note', 'must say why it is escalated');
    if ((kind === 'reject' || kind === 'changeLevel') && note === '' && reasonId === undefined) {
      missing('reasonId', 'must name a reason, or the note must say why');
    }
    if (kind === 'changeLevel' && riskLevelId === undefined)
      missing('riskLevelId', 'must name the level to set');
    if (kind === 'changeLevel' && validUntil === undefined)
      missing('validUntil', 'must name the last day of it');
    if (kind !== 'changeLevel' && riskLevelId !== undefined)
      missing('riskLevelId', 'belongs to a changed level');
    if (kind !== 'changeLevel' && validUntil !== undefined)
      missing('validUntil', 'belongs to a changed level');
  });
export type DecideInput = z.input<typeof decideInput>;
export type Decide = z.output<typeof decideInput>;

/** The second person's word on a proposal. Declining needs a note; a reason of the library may be where it starts from. */
export const checkInput = z
  .object({
    submissionId: opaqueId,
    decisionId: opaqueId,
    verdict: z.enum(['confirm', 'decline']),
    seenVersion,
    note: noteText.default(''),
  })
  .superRefine(({ verdict, note }, context) => {
    if (verdict === 'decline' && note === '') {
      context.addIssue({ code: 'custom', path: ['note'], message: 'must say why it is declined' });
    }
  });
export type CheckInput = z.input<typeof checkInput>;
export type Check = z.output<typeof checkInput>;

/** Takes a proposal of one's own back. */
export const withdrawInput = z.object({ submissionId: opaqueId, decisionId: opaqueId, seenVersion });
export type WithdrawInput = z.input<typeof withdrawInput>;
export type Withdraw = z.output<typeof withdrawInput>;

/** A note on a customer, and whom it names; sent again under the same attempt it is the same note. */
export const noteInput = z.object({
  submissionId: opaqueId,
  attempt: z.uuid(),
  audience: z.enum(NOTE_AUDIENCES),
  body: forcedNote,
  mentions: z.array(opaqueId).max(20).default([]),
});
export type NoteInput = z.input<typeof noteInput>;
export type NewNote = z.output<typeof noteInput>;

/** Mentions of oneself that were seen. */
export const seenInput = z.object({ noteIds: z.array(opaqueId).min(1).max(100) });
export type SeenInput = z.input<typeof seenInput>;

/** Gives a case to a person, or to nobody. */
export const assignInput = z.object({ submissionId: opaqueId, assigneeId: opaqueId.nullable() });
export type AssignInput = z.input<typeof assignInput>;

/** The longest words of a reason, in characters. */
export const REASON_LIMIT = 200;

/** A new reason of the library. */
export const reasonInput = z.object({
  purpose: z.enum(REASON_PURPOSES),
  words: plainText({ least: 1, limit: REASON_LIMIT }),
});
export type ReasonInput = z.input<typeof reasonInput>;

/** A reason of the library, to retire or to restore. */
export const reasonState = z.object({ reasonId: opaqueId, isActive: z.boolean() });
export type ReasonState = z.input<typeof reasonState>;
