import { expect, test } from 'vitest';
import { describeOnEachDatabase } from '../db/testing';
import { GUESSES_PER_WINDOW, rateLimitHeaders, rateLimits } from './rate-limit';

const perMinute = { create: 2, retrieve: 3, download: 3, other: 50 };

describeOnEachDatabase('rate limits', (kit) => {
  test('the request after the last one is refused, for this caller and group alone', async () => {
    const limits = await rateLimits(kit.pool(), perMinute);
    const taken = [];
    for (let index = 0; index < 4; index += 1) taken.push(await limits.count('create', 'a'));
    expect(taken.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
      [true, 1],
      [true, 0],
      [false, 0],
      [false, 0],
    ]);
    for (const { resetSeconds } of taken) {
      expect(resetSeconds).toBeGreaterThanOrEqual(59);
      expect(resetSeconds).toBeLessThanOrEqual(60);
    }
    expect((await limits.count('create', 'b')).allowed).toBe(true);
    expect((await limits.count('retrieve', 'a')).allowed).toBe(true);
  });

  test('instances that share the store count together, also when they start at once', async () => {
    const [one, two] = await Promise.all([
      rateLimits(kit.pool(), perMinute),
      rateLimits(kit.pool(), perMinute),
    ]);
    const taken = await Promise.all(
      [0, 1, 2, 3, 4].map((n) => (n % 2 ? one : two).count('download', 'shared')),
    );
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(perMinute.download);
  });

  test('attempts at a secret are counted before they are checked, and a right one is taken back', async () => {
    const limits = await rateLimits(kit.pool(), perMinute);
    await limits.countGuess('x');
    await limits.forgiveGuess('x');
    const taken = await Promise.all(
      Array.from({ length: GUESSES_PER_WINDOW + 5 }, () => limits.countGuess('x')),
    );
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(GUESSES_PER_WINDOW);
  });

  test('counting writes no log: the table is unlogged', async () => {
    await rateLimits(kit.pool(), perMinute);
    const { rows } = await kit
      .pool()
      .query("select relpersistence from pg_class where relname = 'rate_limits'");
    expect(rows).toEqual([{ relpersistence: 'u' }]);
  });
});

test('the headers are those of the IETF draft', () => {
  const quota = {
    policy: 'create',
    limit: 10,
    windowSeconds: 60,
    remaining: 3,
    resetSeconds: 42,
    allowed: true,
  };
  expect(rateLimitHeaders({ ...quota, policy: 'create' })).toEqual({
    RateLimit: '"create";r=3;t=42',
    'RateLimit-Policy': '"create";q=10;w=60',
  });
});
