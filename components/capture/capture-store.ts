import type { Action, ActionRefusal } from '@/lib/action-result';
import type { CaptureSave, CaptureSaved, CaptureView } from '@/lib/kyc/capture';
import { type Draft, type Problems, sameAnswer } from '@/lib/kyc/capture-draft';
import { givenWith, type Step, stepsOf } from '@/lib/kyc/capture-pages';
import {
  acknowledged,
  type CaptureQueue,
  type Check,
  chosen,
  dueAt,
  EMPTY_QUEUE,
  type Failure,
  failed,
  hurried,
  received,
  restored,
  resumed,
  takeBatch,
  typed,
} from '@/lib/kyc/capture-queue';
import { placedFields } from '@/lib/kyc/conditions';
import type { TypedAnswer } from '@/lib/kyc/contract/answers';
import type { FormField } from '@/lib/kyc/contract/forms';
import { mayAnswer } from '@/lib/kyc/editing';
import type { Source } from '@/lib/kyc/profile-page';
import type { answerCheck } from './answer-check';
import type { DeviceDrafts } from './device-drafts';

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

interface StoreParts {
  view: CaptureView;
  /** YYYY-MM-DD. */
  today: string;
  drafts: DeviceDrafts;
  save: Action<{ submissionId: string; answers: CaptureSave[] }, CaptureSaved>;
  /** Before a save (null), and after it: for whoever keeps the view elsewhere. */
  onView: (view: CaptureView | null) => void;
  /** The view should be read again now. */
  onDoubt: () => void;
}

/** Drives the save queue: clock, network, storage of the device, and what the screen is told. Plain, without React. */
export class CaptureStore {
  #state: CaptureState;
  #parts: StoreParts;
  #fields: ReadonlyMap<string, FormField>;
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #check: ReturnType<typeof answerCheck> | undefined;
  #loading: Promise<void> | undefined;
  #flight: Promise<void> | undefined;
  #running = false;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#fields = new Map(placedFields(parts.view.pages).map(({ field }) => [field.id, field]));
    this.#state = derived({
      view: parts.view,
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

  state = (): CaptureState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes up what this device kept, and begins to send. The returned function hands over what waits, and stops. */
  start(): () => void {
    this.#running = true;
    const { drafts } = this.#parts;
    const queue = restored(this.#state.queue, drafts.read(), this.#state.view, Date.now());
    const back = Object.keys(queue.unsaved);
    this.#set({
      queue,
      online: navigator.onLine,
      brought: this.#state.brought || back.length > 0,
      left: new Set([...this.#state.left, ...back]),
    });
    if (back.length > 0) void this.#loadCheck();
    const line = () => {
      this.#set({ online: navigator.onLine });
      if (navigator.onLine) this.hurry();
    };
    const seen = () => this.hurry();
    addEventListener('online', line);
    addEventListener('offline', line);
    document.addEventListener('visibilitychange', seen);
    addEventListener('pagehide', seen);
    return () => {
      removeEventListener('online', line);
      removeEventListener('offline', line);
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('pagehide', seen);
      this.#running = false;
      clearTimeout(this.#timer);
      void this.settle();
    };
  }

  type(fieldId: string, draft: Draft | undefined): void {
    const { queue, view, settled, marks } = this.#state;
    const next = typed(queue, fieldId, draft, view, Date.now());
    const { [fieldId]: _mark, ...others } = marks;
    const answer = view.answers[fieldId]?.answer ?? null;
    this.#set({
      queue: next,
      marks: others,
      settled: next.unsaved[fieldId] ? settled : { ...settled, [fieldId]: { draft, answer } },
    });
    void this.#loadCheck();
  }

  /** The reader left a field: what is wrong with it may be said, and what waits goes out. */
  leave(fieldId: string): void {
    if (!this.#state.queue.unsaved[fieldId]) return;
    this.#set({ left: new Set(this.#state.left).add(fieldId) });
    this.hurry();
  }

  /** Sends what waits as soon as that is possible. */
  hurry(): void {
    this.#set({ queue: hurried(this.#state.queue, Date.now()) });
  }

  /** Sends what waits; whether everything that is shown is with the server then. */
  async settle(): Promise<boolean> {
    for (let tries = 0; tries < 4; tries += 1) {
      this.hurry();
      await this.#flush();
      const { queue } = this.#state;
      if (queue.trouble !== null || !this.#state.online) return false;
      if (queue.sending === null && dueAt(queue) === null) break;
    }
    const { queue, steps } = this.#state;
    // What a condition hides stays here, and stands in nobody's way.
    return [...shownIds(steps)].every((fieldId) => !queue.unsaved[fieldId]);
  }

  choose(fieldId: string, choice: 'mine' | 'theirs'): void {
    const { queue, view } = this.#state;
    this.#set({ queue: chosen(queue, fieldId, choice, view, Date.now()) });
  }

  beStrict(): void {
    if (!this.#state.strict) this.#set({ strict: true });
  }

  /** The form was sent; null: the reader has read it. */
  tellSent(sent: { again: boolean } | null): void {
    this.#set({ sent });
  }

  /** The reader went on to another page: marks of what changed on the last one have been seen. */
  turnPage(): void {
    this.#set({ marks: {}, brought: false, sent: null });
    this.hurry();
  }

  /**
   * How things stand on the server, read there just now: it answers, so what was held back goes out. An older reading than one that is
   * known says nothing else.
   */
  receive(view: CaptureView): void {
    const { view: known, queue } = this.#state;
    if (queue.sending !== null) return;
    const reached = queue.trouble === null ? queue : hurried(resumed(queue, Date.now()), Date.now());
    const older = view.version !== null && known.version !== null && view.version < known.version;
    if (view === known || older) {
      if (reached !== queue) this.#set({ queue: reached });
      return;
    }
    this.#set({ view, queue: received(reached, view), marks: this.#marksOf(view) });
  }

  /** A reading failed because nobody is signed in any more. */
  sessionOver(): void {
    if (this.#state.queue.trouble?.kind === 'session' || this.#state.queue.sending) return;
    this.#set({ queue: failed(this.#state.queue, { kind: 'session' }, Date.now()) });
  }

  #set(change: Partial<CaptureState>): void {
    const before = this.#state;
    const next = { ...before, ...change };
    next.kept = this.#keep(before.queue.unsaved, next.queue.unsaved, before.kept);
    if (next.queue.unsaved !== before.queue.unsaved) next.faults = this.#faultsOf(next.queue);
    this.#state = next.queue === before.queue && next.view === before.view ? next : derived(next);
    this.#schedule();
    for (const listener of this.#listeners) listener();
  }

  /** Writes what changed to the device, and forgets what the server has. Once stopped it only forgets. */
  #keep(before: CaptureQueue['unsaved'], next: CaptureQueue['unsaved'], kept: boolean): boolean {
    if (before === next) return kept;
    const { drafts } = this.#parts;
    for (const fieldId of Object.keys(before)) if (!next[fieldId]) drafts.forget(fieldId);
    let all = Object.keys(next).length === 0 || kept;
    for (const [fieldId, one] of Object.entries(next)) {
      if (before[fieldId] !== one && this.#running) all = drafts.keep(fieldId, one) && all;
    }
    return all;
  }

  #faultsOf({ unsaved }: CaptureQueue): Record<string, Problems> {
    const faults: Record<string, Problems> = {};
    for (const [fieldId, { draft, refused }] of Object.entries(unsaved)) {
      const field = this.#fields.get(fieldId);
      const checked = field && this.#check?.(field, draft);
      if (checked?.ok === false) faults[fieldId] = checked.problems;
      else if (refused !== undefined) faults[fieldId] = { whole: refused, parts: {} };
    }
    return faults;
  }

  #loadCheck(): Promise<void> {
    this.#loading ??= import('./answer-check').then(
      ({ answerCheck }) => {
        this.#check = answerCheck(this.#parts.today);
        this.#set({ faults: this.#faultsOf(this.#state.queue) });
      },
      () => {
        // The line is down: the next keystroke or retry asks again.
        this.#loading = undefined;
      },
    );
    return this.#loading;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const due = dueAt(this.#state.queue);
    if (due === null || !this.#running || !this.#state.online) return;
    this.#timer = setTimeout(() => void this.#flush(), Math.max(0, due - Date.now()));
  }

  #checkFor(): Check {
    const { view, steps } = this.#state;
    const shown = shownIds(steps);
    return (fieldId, draft) => {
      const field = this.#fields.get(fieldId);
      if (!field || field.isLocked || !shown.has(fieldId) || !mayAnswer(view.editable, fieldId)) return;
      const checked = this.#check?.(field, draft);
      return checked?.ok ? { answer: checked.answer } : undefined;
    };
  }

  /** One at a time; whoever asks meanwhile waits for the one under way. */
  #flush(): Promise<void> {
    this.#flight ??= this.#send().finally(() => {
      this.#flight = undefined;
    });
    return this.#flight;
  }

  async #send(): Promise<void> {
    if (Object.keys(this.#state.queue.unsaved).length === 0) return;
    await this.#loadCheck();
    if (this.#check === undefined) {
      const failure = { kind: 'unreachable', message: null, retryAfterMs: null } as const;
      this.#set({ queue: failed(this.#state.queue, failure, Date.now()) });
      return;
    }
    const { queue, saves } = takeBatch(this.#state.queue, this.#checkFor());
    this.#set({ queue });
    if (saves.length === 0) return;
    const { submissionId } = this.#state.view;
    this.#parts.onView(null);
    try {
      const result = await this.#parts.save({ submissionId, answers: saves });
      if (result.ok) this.#saved(result.data, saves);
      else this.#refused(result, saves);
    } catch {
      const failure = { kind: 'unreachable', message: null, retryAfterMs: null } as const;
      this.#set({ queue: failed(this.#state.queue, failure, Date.now()) });
    }
  }

  #saved({ savedAt, view: now }: CaptureSaved, saves: readonly CaptureSave[]): void {
    const view = { ...now, pages: this.#state.view.pages };
    const settled = { ...this.#state.settled };
    for (const { fieldId, answer } of saves) {
      const one = this.#state.queue.unsaved[fieldId];
      const same = one && one.revision === this.#state.queue.sending?.[fieldId]?.revision;
      if (same) settled[fieldId] = { draft: one.draft, answer };
    }
    const marks = this.#marksOf(view, saves);
    this.#set({ view, queue: acknowledged(this.#state.queue, view), settled, marks, savedAt });
    this.#parts.onView(view);
  }

  #refused(refusal: ActionRefusal, saves: readonly CaptureSave[]): void {
    const failure = failureOf(refusal, saves);
    this.#set({ queue: failed(this.#state.queue, failure, Date.now()) });
    if (failure.kind === 'conflict' || failure.kind === 'refused') this.#parts.onDoubt();
  }

  /** What somebody else changed in fields that nobody here has touched. */
  #marksOf(view: CaptureView, own: readonly CaptureSave[] = []): Record<string, Mark> {
    const marks = { ...this.#state.marks };
    const known = this.#state.view.answers;
    for (const fieldId of new Set([...Object.keys(known), ...Object.keys(view.answers)])) {
      const there = view.answers[fieldId];
      if (sameAnswer(known[fieldId]?.answer, there?.answer)) continue;
      const mine = own.find((one) => one.fieldId === fieldId);
      if (mine && sameAnswer(mine.answer ?? undefined, there?.answer)) continue;
      marks[fieldId] = { by: there?.by ?? null, at: there?.answeredAt ?? null };
    }
    return marks;
  }
}

type Underived = Omit<CaptureState, 'given' | 'steps'>;

function derived(state: Underived): CaptureState {
  const given = givenWith(state.view, state.queue.unsaved);
  return { ...state, given, steps: stepsOf(state.view, given, new Set(Object.keys(state.faults))) };
}

function shownIds(steps: readonly Step[]): Set<string> {
  return new Set(steps.flatMap(({ page }) => page.sections.flatMap((one) => one.fields.map(({ id }) => id))));
}

/** What a refused save means for the queue. */
function failureOf(refusal: ActionRefusal, saves: readonly CaptureSave[]): Failure {
  const { code, fields, messages, retryAfter } = refusal;
  const message = messages[0] ?? '';
  if (code === 401) return { kind: 'session' };
  if (code === 429 || code >= 500) {
    const retryAfterMs = retryAfter === null ? null : retryAfter * 1_000;
    return { kind: 'unreachable', message, retryAfterMs };
  }
  const faults = Object.fromEntries(
    fields.flatMap((fault) => {
      const fieldId = saves[Number(/^answers\[(\d+)\]/.exec(fault.path)?.[1] ?? -1)]?.fieldId;
      return fieldId === undefined ? [] : [[fieldId, fault.message]];
    }),
  );
  if (code === 409 && Object.keys(faults).length > 0) return { kind: 'conflict', faults };
  return { kind: 'refused', message, faults };
}
