import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RISK_LEVELS, USER_TYPES } from '@/lib/kyc/contract/lists';
import { assess as assessBy, assessMany, type RiskInput } from './assess';
import { factsOf } from './facts';
import { anyInput, inputOf, MODEL, option, pages, plainCompany, plainPerson, TODAY } from './testing';

const assess = (input: RiskInput) => assessBy(input, MODEL);
const factorOf = async (input: RiskInput, id: string) =>
  (await assess(input)).detail.factors?.find((factor) => factor.id === id);

describe('whatever is known of a customer', () => {
  test('the same input gives the same result, in whatever order the answers come', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        const turned = {
          ...input,
          answers: input.answers.toReversed(),
          documents: input.documents.toReversed(),
        };
        expect(await assess(turned)).toEqual(await assess(input));
      }),
    );
  });

  test('the contributions sum exactly to the score, which stays within 0 and 100', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        const { score, detail } = await assess(input);
        const hundredths = (value = Number.NaN) => Math.round(value * 100);
        const sum = (detail.factors ?? []).reduce(
          (total, { contribution }) => total + hundredths(contribution),
          0,
        );
        expect(sum).toBe(hundredths(score));
        expect(score).toBe(hundredths(score) / 100);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('the level is never below what the score or a rule that fired asks for', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        const { score, calculatedRiskLevelId, detail } = await assess(input);
        const reached = RISK_LEVELS.indexOf(calculatedRiskLevelId);
        const { thresholds = [], rulesFired = [] } = detail;
        const byScore = thresholds.findLastIndex(({ from = 0 }) => score >= from);
        const floors = rulesFired.map(({ effect }) =>
          RISK_LEVELS.findIndex((level) => effect === `At least ${level}`),
        );
        expect(reached).toBe(Math.max(byScore, ...floors));
      }),
    );
  });

  test('every factor is explained, and it is provisional exactly while one of them is not known', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        const { detail, isProvisional } = await assess(input);
        const explanations = (detail.factors ?? []).map(({ explanation = '' }) => explanation);
        for (const explanation of explanations) expect(explanation).toMatch(/^\S.*\.$/);
        const notKnown = /counts as 50/;
        expect(isProvisional).toBe(explanations.some((explanation) => notKnown.test(explanation)));
      }),
    );
  });
});

test('the weights of each kind of customer sum to 1', async () => {
  for (const userType of USER_TYPES) {
    const { detail } = await assess({ userType, pages, answers: [], documents: [], today: TODAY });
    const percents = (detail.factors ?? []).map(({ weight = 0 }) => Math.round(weight * 100));
    expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
  }
});

test('the thresholds cover 0 to 100 without a gap', () => {
  const { thresholds } = MODEL;
  expect(thresholds.map(({ riskLevelId }) => riskLevelId)).toEqual(RISK_LEVELS);
  expect(thresholds.map(({ from }) => from)).toEqual([0, ...thresholds.slice(0, -1).map(({ to }) => to)]);
  expect(thresholds.at(-1)?.to).toBe(100);
});

test('a salaried customer from an unlisted country with all documents is low, and that is settled', async () => {
  const result = await assess(inputOf('IndividualCustomer', plainPerson));
  expect(result).toMatchObject({ score: 11.5, calculatedRiskLevelId: 'Low', isProvisional: false });
  expect(result.detail.rulesFired).toEqual([]);
});

test('a plain company is low; nobody known behind it is not a clean slate', async () => {
  expect(await assess(inputOf('LegalCustomer', plainCompany))).toMatchObject({
    calculatedRiskLevelId: 'Low',
    isProvisional: false,
  });
  const { BeneficialOwners: _, Directors: __, ...rest } = plainCompany;
  expect(await assess(inputOf('LegalCustomer', rest))).toMatchObject({
    calculatedRiskLevelId: 'Medium',
    isProvisional: true,
  });
});

test('a customer of whom nothing is known is medium and provisional', async () => {
  for (const userType of USER_TYPES) {
    expect(await assess({ userType, pages: [], answers: [], documents: [], today: TODAY })).toMatchObject({
      calculatedRiskLevelId: 'Medium',
      isProvisional: true,
    });
  }
});

test('a politically exposed person is high whatever the score', async () => {
  const result = await assess(
    inputOf('IndividualCustomer', { ...plainPerson, PoliticallyExposed: option('associate') }),
  );
  expect(result.score).toBeLessThan(60);
  expect(result.calculatedRiskLevelId).toBe('High');
  expect(result.detail.rulesFired?.map(({ id }) => id)).toEqual(['pep-is-high']);
});

test('an exposed owner makes the company high', async () => {
  const BeneficialOwners = {
    people: [
      { fullName: 'A', roleIds: [], ownershipPercent: 60, isPep: true },
      { fullName: 'B', roleIds: [], ownershipPercent: 40 },
    ],
  };
  const result = await assess(inputOf('LegalCustomer', { ...plainCompany, BeneficialOwners }));
  expect(result.calculatedRiskLevelId).toBe('High');
});

test('somebody exposed who signs for the company makes it high, and who has not said so is named', async () => {
  const signedBy = (isPep?: boolean) => {
    const Signatories = { people: [{ fullName: 'C', roleIds: [], ...(isPep !== undefined && { isPep }) }] };
    return inputOf('LegalCustomer', { ...plainCompany, Signatories });
  };
  expect(await assess(signedBy(true))).toMatchObject({ calculatedRiskLevelId: 'High' });
  expect(await assess(signedBy(false))).toMatchObject({ isProvisional: false });
  expect(await factorOf(signedBy(), 'pep')).toMatchObject({
    known: false,
    explanation: expect.stringContaining('whether 1 owner, director or signatory is exposed'),
  });
});

test('an owner who is also a director counts once', async () => {
  const owner = { fullName: 'A', roleIds: [], ownershipPercent: 100, isPep: true };
  const Directors = {
    people: [
      { fullName: 'A', roleIds: [] },
      { fullName: 'B', roleIds: [], isPep: false },
    ],
  };
  const input = inputOf('LegalCustomer', {
    ...plainCompany,
    BeneficialOwners: { people: [owner] },
    Directors,
  });
  expect((await factorOf(input, 'pep'))?.value).toBe('1 of 2 people');
});

test('a name that is only written in another way changes nothing that is known', () => {
  const owner = { fullName: 'Ada Byron', roleIds: [], ownershipPercent: 100, isPep: false };
  const signedBy = (fullName: string) => {
    const people = {
      BeneficialOwners: { people: [owner] },
      Signatories: { people: [{ fullName, roleIds: [] }] },
    };
    return factsOf(inputOf('LegalCustomer', { ...plainCompany, ...people }));
  };
  const same = signedBy('Ada Byron');
  expect(same.known.pep).toMatchObject({ value: 'no', text: 'Nobody of 2 people' });
  for (const name of ['ADA BYRON', ' Ada  Byron ']) expect(signedBy(name)).toEqual(same);
  expect(signedBy('Ada King').known.pep).toMatchObject({ value: null });
});

test.each([
  ['IR', 'High', 100, 'call-for-action-is-high', '2026-06-19'],
  ['LB', 'Medium', 70, 'increased-monitoring-is-medium', '2026-06-19'],
  ['AF', 'Medium', 70, 'eu-high-risk-is-medium', '2026-01-09'],
] as const)('a listed country (%s) lifts the level to %s', async (countryId, level, score, rule, day) => {
  const input = inputOf('IndividualCustomer', { ...plainPerson, Nationality: { countryId } });
  expect((await assess(input)).calculatedRiskLevelId).toBe(level);
  expect((await assess(input)).detail.rulesFired?.map(({ id }) => id)).toContain(rule);
  expect(await factorOf(input, 'geography')).toMatchObject({
    score,
    explanation: expect.stringContaining(day),
  });
});

test('a country that is still missing keeps the factor at middling or above, and is named', async () => {
  const { TaxResidence: _, ...rest } = plainPerson;
  expect(await factorOf(inputOf('IndividualCustomer', rest), 'geography')).toMatchObject({
    score: 50,
    explanation: expect.stringContaining('Not known yet: TaxResidence'),
  });
});

test('a missing answer to a question is named in quotation marks, so that its mark does not end the sentence', async () => {
  const { TaxResidence: _, ...rest } = plainPerson;
  const input = inputOf('IndividualCustomer', rest);
  const asking = structuredClone(input.pages);
  for (const field of asking.flatMap(({ sections }) => sections).flatMap(({ fields }) => fields))
    if (field.name === 'TaxResidence') field.label = 'Where do you pay tax?';
  const factor = await factorOf({ ...input, pages: asking }, 'geography');
  expect(factor?.explanation).toContain('Not known yet: “Where do you pay tax?”; until');
});

test('an option that the model does not know counts as not known, by name', async () => {
  const input = inputOf('IndividualCustomer', { ...plainPerson, Occupation: option('beekeeper') });
  expect(await factorOf(input, 'activity')).toMatchObject({
    score: 50,
    value: 'beekeeper',
    explanation: expect.stringContaining('no row for beekeeper'),
  });
  expect((await assess(input)).isProvisional).toBe(true);
});

test('many at once are each assessed as alone, whoever they are assessed with', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyInput, { minLength: 1, maxLength: 12 }), async (inputs) => {
      const together = await assessMany(inputs.map(factsOf), MODEL);
      const alone = await Promise.all(inputs.map((input) => assess(input)));
      expect(together).toEqual(alone);
    }),
    { numRuns: 30 },
  );
});

test('kept facts are as good as the answers', async () => {
  await fc.assert(
    fc.asyncProperty(anyInput, async (input) => {
      const kept = JSON.parse(JSON.stringify(factsOf(input))) as ReturnType<typeof factsOf>;
      expect(await assessMany([kept], MODEL)).toEqual([await assess(input)]);
    }),
    { numRuns: 30 },
  );
});

test('every factor names the answers that it comes from and the row that counted', async () => {
  const { detail } = await assess(
    inputOf('IndividualCustomer', { ...plainPerson, Nationality: { countryId: 'LB' } }),
  );
  expect(detail.factors?.find(({ id }) => id === 'geography')).toMatchObject({
    rule: { id: 'increased-monitoring', explanation: expect.stringMatching(/\.$/) },
    sources: [
      { fieldId: 'f-Nationality', label: 'Nationality' },
      { fieldId: 'f-ResidenceCountry', label: 'ResidenceCountry' },
      { fieldId: 'f-TaxResidence', label: 'TaxResidence' },
    ],
    known: true,
  });
});

test('an expired document counts until a newer one takes its place', async () => {
  const input = inputOf('IndividualCustomer', plainPerson);
  const expired = { documentTypeId: 'Passport' as const, expiryDate: '2026-11-27' };
  const valid = { documentTypeId: 'Passport' as const, expiryDate: '2036-11-27' };
  const [, proof] = input.documents;
  const score = async (documents: RiskInput['documents']) =>
    (await factorOf({ ...input, documents }, 'documents'))?.score;
  expect(proof).toBeDefined();
  if (!proof) return;
  expect(await score([expired, proof])).toBe(70);
  expect(await score([expired, valid, proof])).toBe(0);
});
