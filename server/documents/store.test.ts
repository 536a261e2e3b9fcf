import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newId } from '@/lib/new-id';
import { draftOf } from './flystore';
import { collected, describeOnEachStore, filesBelow, streaming } from './stores.suite';

describeOnEachStore('a store of documents', ({ kind, store, folder }) => {
  const names = async () => {
    const found: string[] = [];
    for await (const name of store().list()) found.push(name);
    return found.sort();
  };

  test('an empty one has nothing in it', async () => {
    expect(await names()).toEqual([]);
  });

  test('what is put comes back byte for byte, until it is deleted', async () => {
    // More than one part of an upload in parts.
    const bytes = randomBytes(11 * 1024 * 1024 + 7);
    const key = newId();
    const pieces = Array.from({ length: 12 }, (_, at) =>
      bytes.subarray(at * 1024 * 1024, (at + 1) * 1024 * 1024),
    );
    await store().put(key, streaming(...pieces));
    expect((await collected(store().get(key))).equals(bytes)).toBe(true);
    await store().put(key, streaming(Buffer.from('shorter')));
    expect(await collected(store().get(key))).toEqual(Buffer.from('shorter'));
    expect(await names()).toEqual([key]);
    expect(Math.abs(((await store().storedAt(key))?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    await store().delete(key);
    await expect(collected(store().get(key))).rejects.toThrow();
    await store().delete(key);
    expect(await names()).toEqual([]);
    expect(await store().storedAt(key)).toBeUndefined();
  });

  test('what breaks off leaves nothing, and tells just why', async () => {
    const reason = new Error('the line was cut');
    async function* cut() {
      yield randomBytes(6 * 1024 * 1024);
      throw reason;
    }
    const before = await names();
    await expect(store().put(newId(), cut())).rejects.toBe(reason);
    expect(await names()).toEqual(before);
  });

  test('what breaks off leaves what lay there before', async () => {
    const key = newId();
    await store().put(key, streaming(Buffer.from('the first')));
    async function* cut() {
      yield Buffer.from('the sec');
      throw new Error('the line was cut');
    }
    await expect(store().put(key, cut())).rejects.toThrow('the line was cut');
    expect(await collected(store().get(key))).toEqual(Buffer.from('the first'));
    await store().delete(key);
  });

  test('a reader that leaves early keeps no file open', async () => {
    const key = newId();
    await store().put(key, streaming(randomBytes(3 * 1024 * 1024)));
    for await (const chunk of store().get(key)) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    const open = () =>
      fs.readdirSync('/proc/self/fd').filter((fd) => {
        const place = path.join('/proc/self/fd', fd);
        return fs.existsSync(place) && fs.readlinkSync(place).startsWith(folder());
      });
    if (kind === 'folder' && process.platform === 'linux')
      await expect.poll(open, { timeout: 60_000 }).toEqual([]);
    await store().delete(key);
  });

  test('a key leads nowhere outside of the store', async () => {
    for (const key of ['../../secrets', '/etc/passwd', 'a/b/c/d', '....', '', 'with blank', 'nul\0nul']) {
      await expect(store().put(key, streaming(Buffer.from('x')))).rejects.toThrow(TypeError);
      await expect(collected(store().get(key))).rejects.toThrow(TypeError);
    }
  });

  if (kind === 'folder') {
    test("only the product's own user may read files and folders", async () => {
      const key = newId();
      await store().put(key, streaming(Buffer.from('x')));
      const mode = (place: string) => fs.statSync(place).mode & 0o777;
      const [file = ''] = filesBelow(folder());
      expect(mode(file)).toBe(0o600);
      expect([mode(path.dirname(file)) & 0o077, mode(folder()) & 0o077]).toEqual([0, 0]);
      await store().delete(key);
    });

    test('what a process left behind when it died is listed, and what is not of this product is not', async () => {
      const key = newId();
      await store().put(key, streaming(Buffer.from('x')));
      const [file = ''] = filesBelow(folder());
      fs.renameSync(file, `${file}.draft`);
      fs.writeFileSync(path.join(folder(), '.gitkeep'), '');
      expect(await names()).toEqual([draftOf(key)]);
      await store().delete(draftOf(key));
      expect(await names()).toEqual([]);
    });
  }
});
