import fs from 'node:fs';
import { expect, test, vi } from 'vitest';
import { freshDataDir } from '../testing/data-dir';
import { openPglite } from './open';

test('every commit is written through to the disk before it is acknowledged, and a read writes nothing', async () => {
  const { pool, close } = await openPglite(freshDataDir());
  await pool.query('create table written (id int)');
  const synced = vi.spyOn(fs, 'fdatasyncSync');

  for (let commits = 1; commits <= 5; commits += 1) {
    await pool.query('insert into written values ($1)', [commits]);
    expect(synced.mock.calls.length).toBeGreaterThanOrEqual(commits);
  }

  synced.mockClear();
  await pool.query('select * from written');
  expect(synced).not.toHaveBeenCalled();
  await close();
});

test('a commit whose write to the disk fails is not acknowledged', async () => {
  const { pool, close } = await openPglite(freshDataDir());
  await pool.query('create table written (id int)');
  const synced = vi.spyOn(fs, 'fdatasyncSync').mockImplementation(() => {
    throw Object.assign(new Error('input/output error'), { code: 'EIO' });
  });
  await expect(pool.query('insert into written values (1)')).rejects.toThrow();
  synced.mockRestore();
  await close().catch(() => undefined);
});
