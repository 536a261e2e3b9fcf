import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personName } from '@/lib/kyc/vocabulary';
import { describeOnEachDatabase } from '../testing';

describeOnEachDatabase('a person’s name in the directory', ({ db }) => {
  it.each([
    ['John', 'Doe', 'John Doe'],
    ['雅文', '林', '林雅文'],
    ['민준', '김', '김민준'],
    ['さくら', '山本', '山本さくら'],
    ['Wei', '陈', 'Wei 陈'],
    ['ليلى', 'الخطيب', 'ليلى الخطيب'],
    ['Анна', 'Щукина', 'Анна Щукина'],
  ])('is written as people write it: %s, %s', async (first, last, written) => {
    expect(personName(first, last)).toBe(written);
    const { rows } = await db().execute<{ name: string }>(sql`select person_name(${first}, ${last}) as name`);
    expect(rows[0]?.name).toBe(written);
  });
});
