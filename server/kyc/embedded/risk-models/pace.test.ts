import { expect, it } from 'vitest';
import { Pace } from './pace';

it('lets a transaction take as many as 400 ms leave time for, between 250 and 500', () => {
  const pace = new Pace();
  expect(pace.size).toBe(250);
  const after = (count: number, ms: number) => {
    pace.took(count, ms);
    return pace.size;
  };
  expect([after(250, 300), after(333, 200), after(500, 0), after(500, 500), after(400, 3_000)]).toEqual([
    333, 500, 500, 400, 250,
  ]);
});
