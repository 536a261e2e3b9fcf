import { beforeEach, expect, it } from 'vitest';
import { type UploadOutcome, UploadQueue } from './upload-queue';

type Try = {
  name: string;
  progress: (sent: number, total: number) => void;
  end: (outcome: UploadOutcome<string>) => void;
  breakOff: () => void;
  aborted: () => boolean;
};

let tries: Try[];
let online: boolean;
let stored: string[];
let queue: UploadQueue<string>;

const file = (name: string) => new File(['12345'], name);
const add = (name: string) => queue.add(file(name), [['Content', file(name)]]);
const states = () => queue.uploads().map(({ file: { name }, state }) => `${name} ${state}`);
const tryOf = (name: string) => {
  const found = tries.findLast((one) => one.name === name);
  if (!found) throw new Error(`${name} was not tried`);
  return found;
};
/** Until the queue heard how a try ended. */
const settle = () => new Promise((done) => setImmediate(done));

beforeEach(() => {
  tries = [];
  stored = [];
  online = true;
  queue = new UploadQueue<string>();
  queue.use({
    isOnline: () => online,
    onStored: (result) => stored.push(result),
    send: ([part], progress, signal) =>
      new Promise((resolve, reject) => {
        const content = part?.[1];
        const breakOff = () => reject(new Error('broken'));
        signal.addEventListener('abort', breakOff);
        tries.push({
          name: content instanceof File ? content.name : '',
          progress,
          end: resolve,
          breakOff,
          aborted: () => signal.aborted,
        });
      }),
  });
});

it('sends two at a time, in the order in which they came', async () => {
  for (const name of ['a', 'b', 'c']) add(name);
  expect(states()).toEqual(['a sending', 'b sending', 'c waiting']);
  tryOf('b').end({ kind: 'stored', result: 'B' });
  await settle();
  expect(states()).toEqual(['a sending', 'b stored', 'c sending']);
});

it('counts a file as stored only after the answer, not after the last byte', async () => {
  add('a');
  tryOf('a').progress(50, 100);
  expect(queue.uploads()[0]).toMatchObject({ state: 'sending', sent: 50, total: 100 });
  tryOf('a').progress(100, 100);
  expect(states()).toEqual(['a storing']);
  expect(stored).toEqual([]);
  tryOf('a').end({ kind: 'stored', result: 'A' });
  await settle();
  expect(states()).toEqual(['a stored']);
  expect(stored).toEqual(['A']);
});

it('shows the words of a refusal, and sends the same file again when asked', async () => {
  const key = add('a');
  tryOf('a').end({ kind: 'refused', message: 'It is encrypted.' });
  await settle();
  expect(queue.uploads()[0]).toMatchObject({ state: 'refused', message: 'It is encrypted.' });
  queue.retry(key);
  expect(queue.uploads()[0]).toMatchObject({ state: 'sending', sent: 0 });
  expect(queue.uploads()[0]).not.toHaveProperty('message');
});

it('refuses at once what is known not to be taken, and sends nothing', () => {
  queue.add(file('a'), [], 'Too large.');
  expect(states()).toEqual(['a refused']);
  expect(tries).toEqual([]);
});

it('fails when the line breaks, and keeps the file for another try', async () => {
  const key = add('a');
  tryOf('a').breakOff();
  await settle();
  expect(states()).toEqual(['a failed']);
  queue.retry(key);
  expect(states()).toEqual(['a sending']);
});

it('waits without a line, and goes on by itself when it is back', async () => {
  add('a');
  online = false;
  tryOf('a').breakOff();
  await settle();
  add('b');
  expect(states()).toEqual(['a offline', 'b offline']);
  online = true;
  queue.wake();
  expect(states()).toEqual(['a sending', 'b sending']);
});

it('breaks off what is cancelled, ignores its end, and lets the next one go', async () => {
  const key = add('a');
  add('b');
  add('c');
  const first = tryOf('a');
  queue.cancel(key);
  first.end({ kind: 'stored', result: 'A' });
  await settle();
  expect(first.aborted()).toBe(true);
  expect(states()).toEqual(['a cancelled', 'b sending', 'c sending']);
  expect(stored).toEqual([]);
});

it('does not let an old try end a new one of the same file', async () => {
  const key = add('a');
  const first = tryOf('a');
  queue.cancel(key);
  queue.retry(key);
  first.end({ kind: 'refused', message: 'old' });
  await settle();
  expect(states()).toEqual(['a sending']);
});

it('takes away only what is over', async () => {
  const key = add('a');
  queue.dismiss(key);
  expect(states()).toEqual(['a sending']);
  queue.cancel(key);
  queue.dismiss(key);
  await settle();
  expect(states()).toEqual([]);
});
