import { describe, expect, test, vi } from 'vitest';
import { placedFields, shownPages } from '@/lib/kyc/conditions';
import { type TypedAnswer, typedAnswer } from '@/lib/kyc/contract/answers';
import { checkAnswers } from '@/lib/kyc/form-schema';
import { DEMO_CUSTOMERS } from './customers';
import { DEMO_FORMS } from './forms';
import { historyOf } from './history';

vi.stubEnv('AUTH_SECRET', 'a secret of this test, 32 characters');

const NOW = new Date('2026-11-22T10:00:00Z');
const today = NOW.toISOString().slice(0, 10);
const lives = await Promise.all(
  DEMO_CUSTOMERS.map(async (customer) => {
    const { submission, answers, documents } = await historyOf(customer, 'demo-tenant', NOW);
    const given = new Map<string, TypedAnswer>(
      answers.map(({ fieldId, fieldTypeId, value }) => [
        fieldId,
        typedAnswer.parse({ ...(value as object), fieldTypeId }),
      ]),
    );
    const documentIds = documents.map((one) => ('row' in one ? one.row : one).id);
    return { name: customer.latin, state: submission.kycState, form: customer.form, given, documentIds };
  }),
);

describe('what the demo’s customers have answered', () => {
  test.each(lives.filter(({ state }) => state !== 'New' && state !== 'Onboarding'))(
    '$name, $state, has completed the form',
    ({ form, given }) => {
      expect(checkAnswers(DEMO_FORMS[form].pages, given, { today })).toEqual([]);
    },
  );

  test.each(lives.filter(({ state }) => state === 'New' || state === 'Onboarding'))(
    '$name, $state, has answered nothing wrongly',
    ({ form, given }) => {
      const problems = checkAnswers(DEMO_FORMS[form].pages, given, { today });
      expect(problems.filter(({ fieldId }) => given.has(fieldId))).toEqual([]);
      expect(problems.length).toBeGreaterThan(0);
    },
  );

  test('nobody answers what was not asked, nor names a document that was not handed in', () => {
    for (const { form, given, documentIds } of lives) {
      const shown = new Set(
        placedFields(shownPages(DEMO_FORMS[form].pages, given)).map(({ field }) => field.id),
      );
      for (const [fieldId, answer] of given) {
        expect(shown).toContain(fieldId);
        if ('documentId' in answer) expect(documentIds).toContain(answer.documentId);
        if ('idCardFrontId' in answer) expect(documentIds).toContain(answer.idCardFrontId);
      }
    }
  });

  test('every field type of the library is answered by somebody, and somebody owns through two companies', () => {
    const types = new Set(lives.flatMap(({ given }) => [...given.values()].map((one) => one.fieldTypeId)));
    const asked = placedFields(Object.values(DEMO_FORMS).flatMap(({ pages }) => pages));
    expect(types).toEqual(new Set(asked.map(({ field }) => field.fieldTypeId)));
    const people = lives.flatMap(({ given }) =>
      [...given.values()].flatMap((one) => ('people' in one ? one.people : [])),
    );
    const between = people.filter((one) => one.isCompany && one.holdings?.some(({ companyId }) => companyId));
    expect(between.length).toBeGreaterThan(0);
  });
});
