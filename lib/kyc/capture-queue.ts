import type { CaptureSave } from './capture';
import { type Answers, baseOf, met, type Unsaved } from './capture-change';
import { type Draft, sameAnswer } from './capture-draft';
import type { TypedAnswer } from './contract/answers';

/*
 * What one reader typed into a form and the server has not got yet, as a plain state machine: no clock, no storage, no network of its
 * own. Whoever drives it (`components/capture/capture-store.ts`) keeps every `Unsaved` on the device until it is gone from here, so
 * that the last thing typed into a field is at any moment either with the server or in `unsaved`.
 */

/** Why nothing goes out, or goes out later. */
export type Trouble =
  /** The server did not answer, or asked to wait; tried again at `retryAt` (ms). */
  | { kind: 'unreachable'; retryAt: number; message: string | null }
  /** The session is over: nothing is tried until the reader has signed in again. */
  | { kind: 'session' };

export type CaptureQueue = {
  unsaved: Readonly<Record<string, Unsaved>>;
  /** What is under way: the revision that was sent, by field. At most one save at a time. */
  sending: Readonly<Record<string, { revision: number; answer: TypedAnswer | null }>> | null;
  /** When to send next (ms), null = nothing to do. */
  dueAt: number | null;
  /** When the oldest change that waits was typed (ms). */
  waitingSince: number | null;
  trouble: Trouble | null;
  /** Sends that failed in a row. */
  failures: number;
  revision: number;
};

export const EMPTY_QUEUE: CaptureQueue = {
  unsaved: {},
  sending: null,
  dueAt: null,
  waitingSince: null,
  trouble: null,
  failures: 0,
  revision: 0,
};

/** Typing is sent after a pause of this length, and after the second one at the latest. */
const PAUSE_MS = 800;
const LONGEST_MS = 5_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;
/** The most answers of one save, so that each stays short. */
const BATCH = 50;

/** The reader changed a field. */
export function typed(
  queue: CaptureQueue,
  fieldId: string,
  draft: Draft | undefined,
  view: Answers,
  now: number,
): CaptureQueue {
  const before = queue.unsaved[fieldId];
  const base = before?.base ?? baseOf(view, fieldId);
  const settled = !before?.sent.length && before?.theirs === undefined && before?.contested === undefined;
  if (settled && sameAnswer(draft, base.answer ?? undefined)) return without(queue, fieldId);
  const waitingSince = queue.waitingSince ?? now;
  const { refused: _refused, ...kept } = before ?? { base, sent: [] };
  const revision = queue.revision + 1;
  return {
    ...queue,
    revision,
    unsaved: { ...queue.unsaved, [fieldId]: { ...kept, draft, revision } },
    waitingSince,
    dueAt: Math.min(now + PAUSE_MS, waitingSince + LONGEST_MS),
  };
}

/** The reader left a field or the page, or the line is back: what waits goes out at once. */
export function hurried(queue: CaptureQueue, now: number): CaptureQueue {
  const trouble = queue.trouble?.kind === 'session' ? queue.trouble : null;
  return Object.keys(queue.unsaved).length === 0 ? queue : { ...queue, trouble, dueAt: now };
}

/** When to send next (ms); null while something is under way or nothing waits. */
export function dueAt({ sending, trouble, dueAt: due }: CaptureQueue): number | null {
  if (sending !== null || due === null || trouble?.kind === 'session') return null;
  return Math.max(due, trouble?.retryAt ?? 0);
}

/** What a draft would be sent as; undefined while it is unfinished, or may not be sent. */
export type Check = (fieldId: string, draft: Draft | undefined) => { answer: TypedAnswer | null } | undefined;

/** Takes what can be sent now. Fields that wait for the reader's choice or are refused stay behind. */
export function takeBatch(queue: CaptureQueue, check: Check): { queue: CaptureQueue; saves: CaptureSave[] } {
  if (queue.sending !== null || queue.trouble?.kind === 'session') return { queue, saves: [] };
  const ready = Object.entries(queue.unsaved).flatMap(([fieldId, one]) => {
    if (one.theirs !== undefined || one.contested !== undefined || one.refused !== undefined) return [];
    const checked = check(fieldId, one.draft);
    return checked ? [{ fieldId, one, answer: checked.answer }] : [];
  });
  const batch = ready.slice(0, BATCH);
  const rest = ready.length > batch.length ? queue.dueAt : null;
  if (batch.length === 0) return { queue: { ...queue, dueAt: null, waitingSince: null }, saves: [] };
  const unsaved = { ...queue.unsaved };
  for (const { fieldId, one, answer } of batch) unsaved[fieldId] = { ...one, sent: [...one.sent, answer] };
  return {
    queue: {
      ...queue,
      unsaved,
      sending: Object.fromEntries(
        batch.map(({ fieldId, one, answer }) => [fieldId, { revision: one.revision, answer }]),
      ),
      dueAt: rest,
      waitingSince: rest,
    },
    saves: batch.map(({ fieldId, one, answer }) => ({
      fieldId,
      answer,
      ...(one.base.version !== null && { basedOn: one.base.version }),
    })),
  };
}

/** The server took what was under way; `view` is how things stand after it. */
export function acknowledged(queue: CaptureQueue, view: Answers): CaptureQueue {
  const unsaved = { ...queue.unsaved };
  for (const [fieldId, { revision }] of Object.entries(queue.sending ?? {})) {
    if (unsaved[fieldId]?.revision === revision) delete unsaved[fieldId];
  }
  return received({ ...queue, unsaved, sending: null, trouble: null, failures: 0 }, view);
}

/** How a save went wrong. `faults`: what is wrong with which field; without any it is about all that was sent. */
export type Failure =
  | { kind: 'unreachable'; message: string | null; retryAfterMs: number | null }
  | { kind: 'session' }
  | { kind: 'conflict'; faults: Record<string, string> }
  | { kind: 'refused'; message: string; faults: Record<string, string> };

/** The server did not take what was under way. Nothing typed is lost by it. */
export function failed(queue: CaptureQueue, failure: Failure, now: number): CaptureQueue {
  const sent = Object.keys(queue.sending ?? {});
  const back = { ...queue, sending: null };
  switch (failure.kind) {
    case 'unreachable': {
      const failures = queue.failures + 1;
      const pause = Math.min(FIRST_RETRY_MS * 2 ** queue.failures, LAST_RETRY_MS);
      const retryAt = now + (failure.retryAfterMs ?? pause);
      const trouble = { kind: 'unreachable', retryAt, message: failure.message } as const;
      return { ...back, failures, trouble, dueAt: now };
    }
    case 'session':
      return { ...back, ...forgetSent(queue, sent), trouble: { kind: 'session' }, dueAt: now };
    case 'conflict': {
      const { unsaved } = forgetSent(queue, sent);
      const marked = mapped(unsaved, Object.keys(failure.faults), (one, fieldId) => ({
        ...one,
        contested: failure.faults[fieldId] ?? '',
      }));
      return { ...back, unsaved: marked, trouble: null, dueAt: now };
    }
    case 'refused': {
      const { unsaved } = forgetSent(queue, sent);
      const named = Object.keys(failure.faults).filter((fieldId) => sent.includes(fieldId));
      const marked = mapped(unsaved, named.length > 0 ? named : sent, (one, fieldId) =>
        // Something newer may be what the server takes.
        one.revision === queue.sending?.[fieldId]?.revision
          ? { ...one, refused: failure.faults[fieldId] ?? failure.message }
          : one,
      );
      return { ...back, unsaved: marked, trouble: null, dueAt: now };
    }
  }
}

/** How things stand on the server now. What somebody else changed under the reader's hands becomes a choice. */
export function received(queue: CaptureQueue, view: Answers): CaptureQueue {
  let { unsaved, dueAt: due } = queue;
  for (const [fieldId, one] of Object.entries(queue.unsaved)) {
    if (queue.sending?.[fieldId]) continue;
    const next = met(one, view, fieldId);
    if (next === one) continue;
    const { [fieldId]: _met, ...others } = unsaved;
    unsaved = next ? { ...others, [fieldId]: next } : others;
    // What waited for this view goes out with the next save.
    if (next && next.theirs === undefined && next.refused === undefined) due ??= 0;
  }
  return unsaved === queue.unsaved ? queue : { ...queue, unsaved, dueAt: due };
}

/** The reader chose between two answers to one field. */
export function chosen(
  queue: CaptureQueue,
  fieldId: string,
  choice: 'mine' | 'theirs',
  view: Answers,
  now: number,
): CaptureQueue {
  const one = queue.unsaved[fieldId];
  if (one?.theirs === undefined) return queue;
  if (choice === 'theirs') return without(queue, fieldId);
  const { theirs: _theirs, ...kept } = one;
  const mine = { ...kept, base: baseOf(view, fieldId), sent: [] };
  return { ...queue, unsaved: { ...queue.unsaved, [fieldId]: mine }, dueAt: now };
}

/** The reader is signed in again. */
export function resumed(queue: CaptureQueue, now: number): CaptureQueue {
  return queue.trouble?.kind === 'session' ? { ...queue, trouble: null, dueAt: now } : queue;
}

/** What is kept of a change on the device. */
export type Kept = Pick<Unsaved, 'draft' | 'base' | 'sent'>;

/** Takes up what an earlier page kept on the device. What is being typed here already comes first. */
export function restored(
  queue: CaptureQueue,
  kept: Readonly<Record<string, Kept>>,
  view: Answers,
  now: number,
): CaptureQueue {
  let { revision } = queue;
  const back = Object.entries(kept)
    .filter(([fieldId]) => !queue.unsaved[fieldId])
    .map(([fieldId, { draft, base, sent }]) => {
      revision += 1;
      return [fieldId, { draft, base, sent, revision }] as const;
    });
  if (back.length === 0) return queue;
  const unsaved = { ...Object.fromEntries(back), ...queue.unsaved };
  return received({ ...queue, revision, unsaved, dueAt: now }, view);
}

function without(queue: CaptureQueue, fieldId: string): CaptureQueue {
  if (!queue.unsaved[fieldId]) return queue;
  const { [fieldId]: _gone, ...unsaved } = queue.unsaved;
  return Object.keys(unsaved).length > 0
    ? { ...queue, unsaved }
    : { ...queue, unsaved, dueAt: null, waitingSince: null, trouble: null };
}

/** The server said clearly that it took none of it. */
function forgetSent(queue: CaptureQueue, fieldIds: readonly string[]): Pick<CaptureQueue, 'unsaved'> {
  return { unsaved: mapped(queue.unsaved, fieldIds, (one) => ({ ...one, sent: one.sent.slice(0, -1) })) };
}

function mapped(
  unsaved: CaptureQueue['unsaved'],
  fieldIds: readonly string[],
  change: (one: Unsaved, fieldId: string) => Unsaved,
): CaptureQueue['unsaved'] {
  const next = { ...unsaved };
  for (const fieldId of fieldIds) {
    const one = unsaved[fieldId];
    if (one) next[fieldId] = change(one, fieldId);
  }
  return next;
}
