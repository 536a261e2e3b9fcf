import type { CaptureSave, CaptureView } from '@/lib/kyc/capture';
import { type Draft, type Problems, sameAnswer } from '@/lib/kyc/capture-draft';
import { givenWith, type Step, stepsOf } from '@/lib/kyc/capture-pages';
import { type CaptureQueue, EMPTY_QUEUE } from '@/lib/kyc/capture-queue';
import type { TypedAnswer } from '@/lib/kyc/contract/answers';
import type { Source } from '@/lib/kyc/profile-page';

/** Somebody else's change that came in while the form was open; `by` is null where the answer was taken back. */
export type Mark = { by: Source | null; at: string | null };

export interface CaptureState {
  view: CaptureView;
  queue: CaptureQueue;
  /** What the control held when the server took it: shown as typed, as long as the server says the same. */
  settled: Readonly<Record<string, { draft: Draft | undefined; answer: TypedAnswer | null }>>;
  /** What is wrong with what is typed, by field. */
  faults: Readonly<Record<string, Problems>>;
  /** Fields that the reader has left: what is wrong with them is said. */
  left: ReadonlySet<string>;
  marks: Readonly<Record<string, Mark>>;
  /** Set once the reader asked to send the form: then what is missing is said at each field too. */
  strict: boolean;
  /** When the server last took something typed here, ISO 8601. */
  savedAt: string | null;
  /** Set while the reader is told that the form was sent; `again`: sent back after a request. */
  sent: { again: boolean } | null;
  online: boolean;
  /** False while something typed is neither sent nor kept on this device. */
  kept: boolean;
  /** Whether something typed earlier on this device came back. */
  brought: boolean;
  given: ReadonlyMap<string, TypedAnswer>;
  steps: readonly Step[];
}

/** A form as it is opened. */
export function untouched(view: CaptureView): CaptureState {
  return derived({
    view,
    queue: EMPTY_QUEUE,
    settled: {},
    faults: {},
    left: new Set(),
    marks: {},
    strict: false,
    savedAt: null,
    sent: null,
    online: true,
    kept: true,
    brought: false,
  });
}

type Underived = Omit<CaptureState, 'given' | 'steps'>;

/** A state with what follows from it. */
export function derived(state: Underived): CaptureState {
  const given = givenWith(state.view, state.queue.unsaved);
  return { ...state, given, steps: stepsOf(state.view, given, new Set(Object.keys(state.faults))) };
}

/** The fields that are shown. */
export function shownIds(steps: readonly Step[]): Set<string> {
  return new Set(steps.flatMap(({ page }) => page.sections.flatMap((one) => one.fields.map(({ id }) => id))));
}

/** The marks with what `view` says another thing of than what was known, in fields that nobody here has touched. */
export function marksOf(
  { marks: before, view: { answers: known } }: Pick<CaptureState, 'marks' | 'view'>,
  view: CaptureView,
  own: readonly CaptureSave[] = [],
): Record<string, Mark> {
  const marks = { ...before };
  for (const fieldId of new Set([...Object.keys(known), ...Object.keys(view.answers)])) {
    const there = view.answers[fieldId];
    if (sameAnswer(known[fieldId]?.answer, there?.answer)) continue;
    const mine = own.find((one) => one.fieldId === fieldId);
    if (mine && sameAnswer(mine.answer ?? undefined, there?.answer)) continue;
    marks[fieldId] = { by: there?.by ?? null, at: there?.answeredAt ?? null };
  }
  return marks;
}
