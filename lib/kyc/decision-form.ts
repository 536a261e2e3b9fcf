import * as z from 'zod';
import { RISK_LEVELS, type RiskLevel } from './contract/lists';
import { day, opaqueId, plainText } from './contract/text';
import { decideInput } from './decision-input';
import { NOTE_LIMIT, type DecisionKind } from './decisions';

const note = decideInput.shape.note;
const forcedNote = plainText({ least: 1, limit: NOTE_LIMIT, lines: true });
/** A choice from the library, or none. */
const anyReason = z.literal('').or(opaqueId);

/** What was filled in; a reason that is not chosen is an empty text. */
export type DecisionFilled = {
  reasonId: string;
  note: string;
  riskLevelId?: RiskLevel | undefined;
  validUntil?: string | undefined;
};
type Filling = { [name in keyof DecisionFilled]?: DecisionFilled[name] | undefined };

/**
 * What a person fills in to decide; what is sent is held against {@link decideInput} again. The library's reasons come first: only where
 * it has none for this has the note to say why.
 */
export function decisionForm(kind: DecisionKind, hasReasons: boolean): z.ZodType<DecisionFilled, Filling> {
  const because = hasReasons ? { reasonId: opaqueId, note } : { reasonId: anyReason, note: forcedNote };
  switch (kind) {
    case 'approve':
      return z.object({ reasonId: anyReason, note });
    case 'reject':
      return z.object(because);
    case 'escalate':
      return z.object({ reasonId: anyReason, note: forcedNote });
    case 'changeLevel':
      return z.object({ riskLevelId: z.enum(RISK_LEVELS), validUntil: day, ...because });
  }
}

/** The second person's form; only declining has to say why. */
export function checkForm(verdict: 'confirm' | 'decline') {
  return z.object({ note: verdict === 'decline' ? forcedNote : note });
}
