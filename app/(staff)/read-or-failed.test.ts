import { expect, it, vi } from 'vitest';
import { logUnexpected } from '@/server/auth/unexpected';
import { readOrFailed } from './read-or-failed';

vi.mock('@/server/auth/unexpected');

it('gives what was read', async () => {
  expect(await readOrFailed('a list', async () => 7)).toEqual({ read: 7 });
  expect(logUnexpected).not.toHaveBeenCalled();
});

it('gives the reference of what could not be read, and logs it under that', async () => {
  const fault = new Error('no connection');
  const answer = await readOrFailed('a list', () => Promise.reject(fault));
  const requestId = 'failed' in answer ? answer.failed : undefined;
  expect(requestId).toMatch(/\w/);
  expect(logUnexpected).toHaveBeenCalledWith(fault, { requestId, place: 'a list' });
});
