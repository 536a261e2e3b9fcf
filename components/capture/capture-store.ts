import type { Action, ActionRefusal } from '@/lib/action-result';
import type { CaptureSave, CaptureSaved, CaptureView } from '@/lib/kyc/capture';
import type { Draft, Problems } from '@/lib/kyc/capture-draft';
import {
  acknowledged,
  type CaptureQueue,
  type Check,
  chosen,
  dueAt,
  failed,
  hurried,
  received,
  restored,
  resumed,
  takeBatch,
  typed,
} from '@/lib/kyc/capture-queue';
import { placedFields } from '@/lib/kyc/conditions';
import type { FormField } from '@/lib/kyc/contract/forms';
import { mayAnswer } from '@/lib/kyc/editing';
import type { answerCheck } from './answer-check';
import { type CaptureState, derived, marksOf, shownIds, untouched } from './capture-state';
import type { DeviceDrafts } from './device-drafts';
import { failureOf } from './save-failure';
import { watchBrowser } from './watch-browser';

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

/** The line is down. */
const UNREACHABLE = { kind: 'unreachable', message: null, retryAfterMs: null } as const;

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
    this.#state = untouched(parts.view);
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
    const unwatch = watchBrowser({
      line: () => {
        this.#set({ online: navigator.onLine });
        if (navigator.onLine) this.hurry();
      },
      turned: () => this.hurry(),
    });
    return () => {
      unwatch();
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
    this.#set({ view, queue: received(reached, view), marks: marksOf(this.#state, view) });
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
      this.#set({ queue: failed(this.#state.queue, UNREACHABLE, Date.now()) });
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
      this.#set({ queue: failed(this.#state.queue, UNREACHABLE, Date.now()) });
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
    const marks = marksOf(this.#state, view, saves);
    this.#set({ view, queue: acknowledged(this.#state.queue, view), settled, marks, savedAt });
    this.#parts.onView(view);
  }

  #refused(refusal: ActionRefusal, saves: readonly CaptureSave[]): void {
    const failure = failureOf(refusal, saves);
    this.#set({ queue: failed(this.#state.queue, failure, Date.now()) });
    if (failure.kind === 'conflict' || failure.kind === 'refused') this.#parts.onDoubt();
  }
}
