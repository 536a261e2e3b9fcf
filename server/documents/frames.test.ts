import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { DamagedDocumentError, openFrames, sealFrames } from './frames';
import { collected, streaming } from './stores.suite';

const FRAME = 64 * 1024;
const SEALED = FRAME + 16;
const key = randomBytes(32);
const plain = randomBytes(3 * FRAME + 100);

const seal = (bytes: Uint8Array, by = key) => collected(sealFrames(by, streaming(bytes)));
const open = (sealed: Uint8Array, by = key) => collected(openFrames(by, streaming(sealed)));

test.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME, 3 * FRAME + 100])(
  '%d bytes come back, however they are cut on their way',
  async (size) => {
    const bytes = plain.subarray(0, size);
    const sealed = await seal(bytes);
    expect(sealed.length).toBe(1 + size + 16 * Math.max(1, Math.ceil(size / FRAME)));
    expect((await open(sealed)).equals(bytes)).toBe(true);
    const crumbs = Array.from({ length: Math.ceil(sealed.length / 777) }, (_, at) =>
      sealed.subarray(at * 777, (at + 1) * 777),
    );
    const reopened = await collected(openFrames(key, streaming(...crumbs, new Uint8Array())));
    expect(reopened.equals(bytes)).toBe(true);
  },
);

test('sealing the same bytes twice gives nothing in common, with a key each', async () => {
  const [one, two] = [await seal(plain), await seal(plain, randomBytes(32))];
  expect(one.subarray(1, 65).equals(two.subarray(1, 65))).toBe(false);
});

/** The frames of a sealed file, and one made of any of them. */
const frames = (sealed: Buffer) =>
  Array.from({ length: Math.ceil((sealed.length - 1) / SEALED) }, (_, at) =>
    sealed.subarray(1 + at * SEALED, 1 + (at + 1) * SEALED),
  );
const joined = (...parts: (Buffer | undefined)[]) =>
  Buffer.concat([Buffer.of(1), ...parts.map((part) => part ?? Buffer.alloc(0))]);

test('a changed, cut, moved, repeated, left out or added frame does not open', async () => {
  const sealed = await seal(plain);
  const [a, b, c, d] = frames(sealed);
  expect((await open(joined(a, b, c, d))).equals(plain)).toBe(true);
  const foreign = frames(await seal(plain, randomBytes(32)));
  const wrong: [string, Buffer][] = [
    ['empty', Buffer.alloc(0)],
    ['the format alone', joined()],
    ['another format', Buffer.concat([Buffer.of(2), sealed.subarray(1)])],
    ['one frame missing at the end', joined(a, b, c)],
    ['cut to whole frames', joined(a)],
    ['one byte missing', sealed.subarray(0, -1)],
    ['one byte more', Buffer.concat([sealed, Buffer.of(0)])],
    ['two swapped', joined(b, a, c, d)],
    ['one twice', joined(a, a, b, c, d)],
    ['one left out', joined(a, c, d)],
    ['the last one twice', joined(a, b, c, d, d)],
    ["another file's", joined(a, foreign[1], c, d)],
  ];
  for (const [what, bytes] of wrong) await expect(open(bytes), what).rejects.toThrow(DamagedDocumentError);
});

test('a flipped bit anywhere does not open, and nothing of its frame was handed out', async () => {
  const sealed = await seal(plain);
  for (const at of [0, 1, SEALED - 3, SEALED + 1, 2 * SEALED + 5_000, sealed.length - 1]) {
    const bytes = Buffer.from(sealed);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const seen: Uint8Array[] = [];
    const reading = async () => {
      for await (const chunk of openFrames(key, streaming(bytes))) seen.push(chunk);
    };
    await expect(reading()).rejects.toThrow(DamagedDocumentError);
    const verified = Buffer.concat(seen);
    expect(verified.length).toBe(Math.max(0, Math.floor((at - 1) / SEALED)) * FRAME);
    expect(plain.subarray(0, verified.length).equals(verified)).toBe(true);
  }
});

test('another key opens nothing', async () => {
  await expect(open(await seal(plain), randomBytes(32))).rejects.toThrow(DamagedDocumentError);
});
