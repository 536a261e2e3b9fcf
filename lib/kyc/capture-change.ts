import type { CapturedAnswer, CaptureView } from './capture';
import { type Draft, sameAnswer } from './capture-draft';
import type { TypedAnswer } from './contract/answers';

/** What stood on the server when a field began to be changed; version 0 = nothing, null = the other side counts none. */
export type Base = { version: number | null; answer: TypedAnswer | null };

/** A field's change that the server has not confirmed. */
export type Unsaved = {
  /** As the control holds it, whole or not; undefined = emptied. */
  draft: Draft | undefined;
  /** Grows with each change of any field. */
  revision: number;
  base: Base;
  /** Answers that went out and were not heard of again: the server may have taken them. */
  sent: (TypedAnswer | null)[];
  /** Somebody else's answer, given meanwhile: the reader chooses. Null: it was taken back. */
  theirs?: CapturedAnswer | null;
  /** The server said, in these words, that the field may not be overwritten; what stands there is not known yet. */
  contested?: string;
  /** It said so, and nobody's answer was found there then: it was sent once more. */
  retried?: true;
  /** Why the server did not take it; another change of the field tries again. */
  refused?: string;
};

/** How things stand on the server, as far as a change looks at it. */
export type Answers = Pick<CaptureView, 'answers' | 'version'>;

/** One change beside how things stand now: gone, as it was, on a newer base, or a choice. */
export function met(one: Unsaved, view: Answers, fieldId: string): Unsaved | undefined {
  const there = view.answers[fieldId];
  const now = baseOf(view, fieldId);
  const { theirs, contested, retried, refused: _refused, ...mine } = one;
  if (sameBase(one.base, now)) {
    // Nobody's answer is there (any more), so there is nothing to choose: it is sent again, or the server has another reason.
    if (contested !== undefined)
      return retried ? { ...mine, refused: contested } : { ...mine, retried: true };
    return theirs === undefined ? one : mine;
  }
  if (sameAnswer(one.draft, there?.answer)) return undefined;
  const own = one.sent.some((answer) => sameAnswer(answer ?? undefined, there?.answer));
  if (own || sameAnswer(one.base.answer ?? undefined, there?.answer)) return { ...mine, base: now, sent: [] };
  return theirs !== undefined && sameStanding(theirs, there) ? one : { ...mine, theirs: there ?? null };
}

/** A field's answer as a change starts from it. */
export function baseOf(view: Answers, fieldId: string): Base {
  const there = view.answers[fieldId];
  return { version: there ? there.version : view.version === null ? null : 0, answer: there?.answer ?? null };
}

function sameBase(one: Base, other: Base): boolean {
  return one.version !== null && other.version !== null
    ? one.version === other.version
    : sameAnswer(one.answer ?? undefined, other.answer ?? undefined);
}

function sameStanding(one: CapturedAnswer | null, other: CapturedAnswer | undefined): boolean {
  return one?.version === other?.version && sameAnswer(one?.answer, other?.answer);
}
