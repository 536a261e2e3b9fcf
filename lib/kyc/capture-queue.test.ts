import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaptureSave, CaptureView } from './capture';
import type { Draft } from './capture-draft';
import {
  acknowledged,
  type CaptureQueue,
  type Check,
  chosen,
  dueAt,
  EMPTY_QUEUE,
  failed,
  hurried,
  type Kept,
  received,
  restored,
  resumed,
  takeBatch,
  typed,
} from './capture-queue';
import type { TypedAnswer } from './contract/answers';

const text = (textValue: string): Draft & TypedAnswer => ({ fieldTypeId: 'Text', textValue });
const valueOf = (draft: Draft | undefined) =>
  draft && 'textValue' in draft ? (draft.textValue ?? '') : draft ? '?' : '';
/** Texts with a question mark are unfinished. */
const check: Check = (_, draft) =>
  draft === undefined || valueOf(draft) === ''
    ? { answer: null }
    : valueOf(draft).includes('?')
      ? undefined
      : { answer: text(valueOf(draft)) };

type View = Pick<CaptureView, 'answers' | 'version'>;

/** A server that saves all or nothing, and refuses what is based on an older answer. */
function aServer() {
  const held = new Map<string, { value: string; version: number }>();
  let version = 0;
  const put = (fieldId: string, value: string) => {
    version += 1;
    if (value === '') held.delete(fieldId);
    else held.set(fieldId, { value, version });
  };
  return {
    put,
    value: (fieldId: string) => held.get(fieldId)?.value ?? '',
    view: (): View => ({
      version,
      answers: Object.fromEntries(
        [...held].map(([fieldId, one]) => [
          fieldId,
          {
            answer: text(one.value),
            version: one.version,
            answeredAt: null,
            by: { kind: 'employee', name: 'Rania' },
          },
        ]),
      ),
    }),
    /** The fields that somebody else changed since; none = saved. */
    save(saves: readonly CaptureSave[]): string[] {
      const faults = saves
        .filter(({ fieldId, basedOn }) => basedOn !== (held.get(fieldId)?.version ?? 0))
        .map(({ fieldId }) => fieldId);
      if (faults.length === 0) {
        for (const { fieldId, answer } of saves) put(fieldId, valueOf(answer ?? undefined));
      }
      return faults;
    },
  };
}

/** A reader at a form, with a server and a line between them that tests cut. */
function aReader(server = aServer()) {
  let now = 1_000;
  let queue: CaptureQueue = EMPTY_QUEUE;
  let known = server.view();
  let underWay: CaptureSave[] | undefined;
  const reader = {
    server,
    queue: () => queue,
    type: (fieldId: string, value: string) => {
      queue = typed(queue, fieldId, value === '' ? undefined : text(value), known, now);
    },
    wait: (ms: number) => {
      now += ms;
    },
    hurry: () => {
      queue = hurried(queue, now);
    },
    /** Sends when it is time, unless something is under way. */
    send: () => {
      const due = dueAt(queue);
      if (due === null || due > now) return;
      const taken = takeBatch(queue, check);
      queue = taken.queue;
      if (taken.saves.length > 0) underWay = taken.saves;
    },
    /** What becomes of the save that is under way. */
    settle: (fate: 'arrives' | 'lost' | 'answer lost' | 'session' | 'refused') => {
      if (!underWay) return;
      const saves = underWay;
      underWay = undefined;
      if (fate === 'session') queue = failed(queue, { kind: 'session' }, now);
      else if (fate === 'refused') {
        queue = failed(queue, { kind: 'refused', message: 'no', faults: {} }, now);
      } else {
        const faults = fate === 'lost' ? undefined : server.save(saves);
        if (fate !== 'arrives') {
          queue = failed(queue, { kind: 'unreachable', message: null, retryAfterMs: null }, now);
        } else if (faults && faults.length > 0) {
          const said = Object.fromEntries(faults.map((fieldId) => [fieldId, 'was changed since']));
          queue = failed(queue, { kind: 'conflict', faults: said }, now);
        } else {
          known = server.view();
          queue = acknowledged(queue, known);
        }
      }
    },
    look: () => {
      known = server.view();
      queue = received(queue, known);
    },
    choose: (fieldId: string, choice: 'mine' | 'theirs') => {
      queue = chosen(queue, fieldId, choice, known, now);
    },
    signIn: () => {
      queue = resumed(queue, now);
    },
    /** The page is opened anew: only what the device keeps is left. */
    reload: () => {
      underWay = undefined;
      const kept: Record<string, Kept> = structuredClone(
        Object.fromEntries(
          Object.entries(queue.unsaved).map(([id, { draft, base, sent }]) => [id, { draft, base, sent }]),
        ),
      );
      known = server.view();
      queue = restored(EMPTY_QUEUE, kept, known, now);
    },
    known: (fieldId: string) => valueOf(known.answers[fieldId]?.answer),
  };
  return reader;
}

describe('the save queue', () => {
  it('sends after a pause in typing, and after five seconds at the latest', () => {
    const reader = aReader();
    reader.type('name', 'A');
    expect(dueAt(reader.queue())).toBe(1_800);
    for (let at = 0; at < 12; at += 1) {
      reader.wait(500);
      reader.type('name', `A${at}`);
    }
    expect(dueAt(reader.queue())).toBe(6_000);
  });

  it('sends one save at a time, and the newest keystroke after it', () => {
    const reader = aReader();
    reader.type('name', 'A');
    reader.hurry();
    reader.send();
    reader.type('name', 'AB');
    reader.hurry();
    expect(dueAt(reader.queue())).toBeNull();
    reader.settle('arrives');
    expect(reader.server.value('name')).toBe('A');
    reader.send();
    reader.settle('arrives');
    expect(reader.server.value('name')).toBe('AB');
    expect(reader.queue().unsaved).toEqual({});
  });

  it('keeps what is unfinished without sending it, and sends the rest', () => {
    const reader = aReader();
    reader.type('name', 'A?');
    reader.type('city', 'Dubai');
    reader.hurry();
    reader.send();
    reader.settle('arrives');
    expect(reader.server.value('name')).toBe('');
    expect(reader.server.value('city')).toBe('Dubai');
    expect(Object.keys(reader.queue().unsaved)).toEqual(['name']);
    expect(dueAt(reader.queue())).toBeNull();
  });

  it("leaves both values to the reader's choice where somebody else was faster", () => {
    for (const choice of ['mine', 'theirs'] as const) {
      const reader = aReader();
      reader.type('name', 'mine');
      reader.type('city', 'Dubai');
      reader.server.put('name', 'theirs');
      reader.hurry();
      reader.send();
      reader.settle('arrives');
      reader.look();
      expect(reader.queue().unsaved.name?.theirs?.answer).toEqual(text('theirs'));
      reader.send();
      reader.settle('arrives');
      expect([reader.server.value('name'), reader.server.value('city')]).toEqual(['theirs', 'Dubai']);
      reader.choose('name', choice);
      reader.send();
      reader.settle('arrives');
      expect(reader.server.value('name')).toBe(choice);
      expect(reader.queue().unsaved).toEqual({});
    }
  });

  it('shows what the server says where it refuses a field that nobody changed', () => {
    const { queue, type, hurry } = aReader();
    type('name', 'A');
    hurry();
    const view = { version: 0, answers: {} };
    const sent = takeBatch(queue(), check).queue;
    const said = { kind: 'conflict', faults: { name: 'is not asked for again' } } as const;
    const again = takeBatch(received(failed(sent, said, 1_000), view), check);
    expect(again.saves).toHaveLength(1);
    const refused = received(failed(again.queue, said, 1_000), view);
    expect(refused.unsaved.name).toMatchObject({ refused: 'is not asked for again' });
  });

  it('does not take its own save for that of somebody else when the answer to it was lost', () => {
    const reader = aReader();
    reader.type('name', 'A');
    reader.hurry();
    reader.send();
    reader.type('name', 'AB');
    reader.settle('answer lost');
    reader.reload();
    expect(reader.queue().unsaved.name?.theirs).toBeUndefined();
    reader.send();
    reader.settle('arrives');
    expect(reader.server.value('name')).toBe('AB');
  });

  it('waits longer after each failure, and goes on at once when the line is back', () => {
    const reader = aReader();
    reader.type('name', 'A');
    reader.hurry();
    reader.send();
    reader.settle('lost');
    expect(dueAt(reader.queue())).toBe(3_000);
    reader.wait(2_000);
    reader.send();
    reader.settle('lost');
    expect(dueAt(reader.queue())).toBe(7_000);
    reader.hurry();
    expect(dueAt(reader.queue())).toBe(3_000);
  });

  it('keeps everything and tries nothing while the session is over', () => {
    const reader = aReader();
    reader.type('name', 'A');
    reader.hurry();
    reader.send();
    reader.settle('session');
    reader.type('name', 'AB');
    reader.hurry();
    expect(dueAt(reader.queue())).toBeNull();
    reader.signIn();
    reader.send();
    reader.settle('arrives');
    expect(reader.server.value('name')).toBe('AB');
  });

  const field = fc.constantFrom('a', 'b', 'c');
  const value = fc.constantFrom('', 'x', 'y', 'z', 'x?', 'xy');
  const steps = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fc.constant('type' as const), field, value) },
      { weight: 3, arbitrary: fc.tuple(fc.constant('send' as const)) },
      { weight: 2, arbitrary: fc.tuple(fc.constant('wait' as const), fc.integer({ min: 1, max: 9_000 })) },
      {
        weight: 3,
        arbitrary: fc.tuple(
          fc.constant('settle' as const),
          fc.constantFrom(
            'arrives' as const,
            'arrives' as const,
            'lost' as const,
            'answer lost' as const,
            'session' as const,
            'refused' as const,
          ),
        ),
      },
      { weight: 2, arbitrary: fc.tuple(fc.constant('other' as const), field, fc.constantFrom('p', 'q', '')) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom('look', 'hurry', 'signIn', 'reload')) },
      {
        weight: 1,
        arbitrary: fc.tuple(
          fc.constant('choose' as const),
          field,
          fc.constantFrom('mine' as const, 'theirs' as const),
        ),
      },
    ),
    { minLength: 5, maxLength: 60, size: 'max' },
  );

  it('has the last typed value on the server or in the draft, whatever happens in between', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const reader = aReader();
        /** What was typed last and has not been given up; a field is settled once the server had exactly that. */
        const last = new Map<string, { value: string; settled: boolean }>();
        const settle = () => {
          for (const [fieldId, one] of last)
            if (reader.server.value(fieldId) === one.value) one.settled = true;
        };
        const holds = () => {
          for (const [fieldId, { value: wanted, settled }] of last) {
            const draft = reader.queue().unsaved[fieldId];
            expect(settled || (draft !== undefined && valueOf(draft.draft) === wanted)).toBe(true);
          }
        };
        for (const step of script) {
          if (step[0] === 'type') {
            const [, fieldId, typedValue] = step;
            // Typing what stands there already, as far as the reader knows, changes nothing.
            const untouched =
              reader.queue().unsaved[fieldId] === undefined && reader.known(fieldId) === typedValue;
            reader.type(fieldId, typedValue);
            const dropped = reader.queue().unsaved[fieldId] === undefined;
            last.set(fieldId, { value: typedValue, settled: untouched || dropped });
          } else if (step[0] === 'other') reader.server.put(step[1], step[2]);
          else if (step[0] === 'wait') reader.wait(step[1]);
          else if (step[0] === 'settle') reader.settle(step[1]);
          else if (step[0] === 'choose') {
            const open = reader.queue().unsaved[step[1]]?.theirs !== undefined;
            reader.choose(step[1], step[2]);
            if (open && step[2] === 'theirs') last.delete(step[1]);
          } else if (step[0] === 'send') reader.send();
          else reader[step[0]]();
          settle();
          holds();
        }
        // In the end the line is good, the reader insists, and all that is whole arrives.
        reader.signIn();
        for (const [fieldId, one] of last) {
          const { draft, refused } = reader.queue().unsaved[fieldId] ?? {};
          if (refused === undefined) continue;
          reader.type(fieldId, `${valueOf(draft)}!`);
          if (reader.queue().unsaved[fieldId]) one.value = `${one.value}!`;
        }
        for (let round = 0; round < 6; round += 1) {
          reader.settle('arrives');
          reader.look();
          for (const fieldId of last.keys()) reader.choose(fieldId, 'mine');
          reader.hurry();
          reader.send();
          reader.settle('arrives');
        }
        for (const [fieldId, draft] of Object.entries(reader.queue().unsaved)) {
          expect([fieldId, valueOf(draft.draft)]).toEqual([fieldId, expect.stringContaining('?')]);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
