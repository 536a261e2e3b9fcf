import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import type { TypedAnswer } from '@/lib/kyc/contract/answers';
import type { KycCall } from '@/lib/kyc/api';
import type { PaperAnswer } from '@/lib/kyc/what-if-input';
import { newId } from '@/lib/new-id';
import type { WhatIf } from '@/lib/risk/what-if';
import { profileRow } from '../../db/queries/profile';
import * as schema from '../../db/schema';
import { LIBRARY_FORMS } from '../../db/library';
import { describeOnEachDatabase } from '../../db/testing';
import { assessFacts } from '../../risk/assess';
import { factsOf } from '../../risk/facts';
import { findLevers } from '../../risk/levers';
import { shippedModel } from '../../risk/shipped';
import { embeddedKyc, embeddedOffice } from '.';
import { Capture, text } from './capture.suite';
import { aCall, aCompany, aForm, anEmployee, aPerson, TENANT } from './fixtures.suite';

const tables = Object.values<unknown>(schema).flatMap((one) => (is(one, PgTable) ? [one] : []));

describeOnEachDatabase('what-if', (kit) => {
  const capture = new Capture(() => kit.db());
  const office = () => embeddedOffice({ db: kit.db(), clock: () => capture.now, newId });
  const paper = (id: string, changes: Record<string, TypedAnswer | null>, call: KycCall = aCall()) =>
    office().whatIf(call, id, { changes: listOf(changes) });
  const refusalOf = (asked: Promise<unknown>) =>
    asked.then(
      () => undefined,
      ({ code, messages }: { code: number; messages: string[] }) => ({ code, messages }),
    );

  async function rowCounts(): Promise<Record<string, unknown>> {
    const counts: Record<string, unknown> = {};
    for (const table of tables) {
      const [row] = await kit.db().select({ n: sql<number>`count(*)::int` }).from(table);
      counts[getTableName(table)] = row?.n;
    }
    return counts;
  }

  /** A customer on a form of the library; answers by the names of their fields. */
  async function onLibraryForm(kind: 'individual' | 'company', answers: Record<string, AnswerPlan>) {
    const { pages } = LIBRARY_FORMS[kind];
    const entityType = kind === 'company' ? 'LegalEntity' : 'Individual';
    const ground = {
      employeeId: await anEmployee(kit.db()),
      formId: await aForm(kit.db(), { pages, entityType }),
    };
    const kyc = embeddedKyc({ db: kit.db(), clock: () => capture.now, newId });
    const body = kind === 'company' ? aCompany(ground) : aPerson(ground);
    const { submissionId } = await kyc.addCustomer(aCall(), body);
    const fields = pages.flatMap((page) => page.sections.flatMap((section) => section.fields));
    const fieldId = (name: string) => fields.find(({ fqName }) => fqName.endsWith(`_${name}`))?.id ?? name;
    const option = (name: string, value: string): TypedAnswer => {
      const field = fields.find(({ id }) => id === fieldId(name));
      const optionId = field?.options?.find(({ optionValue }) => optionValue === value)?.id ?? value;
      const fieldTypeId =
        field?.fieldTypeId === 'SingleOptionDropdown' ? field.fieldTypeId : 'SingleOptionRadio';
      return { fieldTypeId, optionId } as TypedAnswer;
    };
    const typed = Object.entries(answers).map(
      ([name, answer]) =>
        [fieldId(name), typeof answer === 'string' ? option(name, answer) : answer] as const,
    );
    await capture.save(submissionId, Object.fromEntries(typed));
    return { submissionId, fieldId, option };
  }

  test('says by the answers as they are what the assessment in force says', async () => {
    const id = await capture.standing('ComplianceReview');
    const { current, onPaper, modelId, modelVersion } = await paper(id, {});
    const { assessment } = (await profileRow(kit.db(), TENANT, id)) ?? {};
    const { score, calculatedRiskLevelId, isProvisional, detail } = assessment ?? {};
    expect(current).toEqual({ score, calculatedRiskLevelId, isProvisional, detail });
    expect(onPaper).toEqual(current);
    expect([modelId, modelVersion]).toEqual([assessment?.modelId, assessment?.modelVersion]);
  });

  test('saves nothing, whatever the state, and is held to no lock', async () => {
    for (const state of ['ComplianceReview', 'Approved', 'Rejected'] as const) {
      const id = await capture.standing(state);
      const before = [await rowCounts(), await profileRow(kit.db(), TENANT, id)];
      await paper(id, { nationality: country('IR'), reference: text('R-1'), name: null });
      await office().paperForm(aCall(), id);
      expect([await rowCounts(), await profileRow(kit.db(), TENANT, id)]).toEqual(before);
    }
  });

  test('judges an answer as a save does', async () => {
    const id = await capture.standing('Onboarding');
    const bad: Array<Record<string, TypedAnswer | null>> = [
      { nobody: text('Ada') },
      { name: text('a'.repeat(21)) },
      { name: country('GB') },
      { nationality: country('XX') },
      { exposed: { fieldTypeId: 'SingleOptionRadio', optionId: 'maybe' } },
      { income: { fieldTypeId: 'Number', numberValue: 1_001 }, name: text('a'.repeat(21)) },
      { passport: { fieldTypeId: 'Passport', documentId: newId() } },
    ];
    for (const answers of bad) {
      const saved = await refusalOf(capture.save(id, answers));
      const onPaper = await refusalOf(paper(id, answers));
      expect(saved?.code).toBe(400);
      expect(onPaper).toEqual({
        code: 400,
        messages: saved?.messages.map((message) => message.replaceAll('answers[', 'changes[')),
      });
    }
    const twice = [...listOf({ name: text('Ada') }), ...listOf({ name: text('Eve') })];
    expect(await refusalOf(office().whatIf(aCall(), id, { changes: twice }))).toEqual({
      code: 400,
      messages: ['changes[1].fieldId: names the field of changes[0]'],
    });
  });

  test('is a 404 for an unknown id and for another tenant', async () => {
    const id = await capture.standing('ComplianceReview');
    const foreign = aCall({ tenantId: 'another' });
    for (const [call, one] of [
      [aCall(), newId()],
      [foreign, id],
    ] as const) {
      expect(await refusalOf(paper(one, {}, call))).toMatchObject({ code: 404 });
      expect(await refusalOf(office().paperForm(call, one))).toMatchObject({ code: 404 });
    }
  });

  test('a politically exposed person is High on paper, and the exposure is told as a lever', async () => {
    const { submissionId, fieldId, option } = await onLibraryForm('individual', {
      Nationality: country('CH'),
      PoliticallyExposed: 'no',
    });
    const before = await paper(submissionId, {});
    expect(before.current.calculatedRiskLevelId).not.toBe('High');
    expect(before.levers).toContainEqual(
      expect.objectContaining({ fact: 'pep', from: 'No', to: 'Yes', riskLevelId: 'High' }),
    );
    const exposed = { [fieldId('PoliticallyExposed')]: option('PoliticallyExposed', 'yes') };
    const after = await paper(submissionId, exposed);
    expect(after.onPaper.calculatedRiskLevelId).toBe('High');
    expect(after.current).toEqual(before.current);
    expect(after.levers.some(({ fact }) => fact === 'pep')).toBe(true);
    await expectLevers(after);
  });

  test("a company's levers are of its ownership and its people, in its form's words", async () => {
    const { submissionId, fieldId } = await onLibraryForm('company', {
      IncorporationCountry: country('CH'),
      OwnershipStructure: 'direct',
      BeneficialOwners: owners(60, 40),
    });
    const result = await paper(submissionId, { [fieldId('BeneficialOwners')]: owners(100) });
    const facts = result.levers.map(({ fact }) => fact);
    expect(facts).toContain('pep');
    expect(facts.some((fact) => fact === 'ownershipStructure' || fact === 'namedShare')).toBe(true);
    expect(result.levers.find(({ fact }) => fact === 'pep')?.sources).toContainEqual(
      expect.objectContaining({ fieldId: fieldId('BeneficialOwners') }),
    );
    await expectLevers(result);
  });

  test('each lever leads to the level and the score that it tells', async () => {
    const { submissionId } = await onLibraryForm('individual', {
      Nationality: country('LB'),
      PoliticallyExposed: 'no',
    });
    const held = await profileRow(kit.db(), TENANT, submissionId);
    if (held === undefined) throw new Error('the customer is there');
    const { pages, answers, documents } = held;
    const facts = factsOf({ userType: 'IndividualCustomer', pages, answers, documents, today: '2026-11-22' });
    const model = shippedModel();
    const now = await assessFacts(facts, model);
    const found = await findLevers(facts, now, model, () => undefined);
    expect(found.length).toBeGreaterThan(2);
    for (const { lever, facts: changed } of found) {
      const { score, calculatedRiskLevelId } = await assessFacts(changed, model);
      expect([lever.score, lever.riskLevelId]).toEqual([score, calculatedRiskLevelId]);
    }
  });

  test('the questions on paper are those that the risk comes from, with their answers', async () => {
    const { submissionId, fieldId } = await onLibraryForm('individual', { Nationality: country('CH') });
    const { fields, answers } = await office().paperForm(aCall(), submissionId);
    const ids = fields.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['Nationality', 'PoliticallyExposed'].map(fieldId)));
    expect(answers).toEqual({ [fieldId('Nationality')]: country('CH') });
  });

  /** They move the level, at most twelve, each named once, the smallest move of the score first. */
  async function expectLevers({ onPaper, levers }: WhatIf) {
    expect(levers.length).toBeLessThanOrEqual(12);
    for (const { riskLevelId } of levers) expect(riskLevelId).not.toBe(onPaper.calculatedRiskLevelId);
    const moves = levers.map(({ score }) => Math.abs(score - onPaper.score));
    expect(moves).toEqual(moves.toSorted((a, b) => a - b));
    const names = levers.map(({ fact, to }) => `${fact} ${to}`);
    expect(new Set(names).size).toBe(names.length);
  }
});

type AnswerPlan = TypedAnswer | string;

function listOf(changes: Record<string, TypedAnswer | null>): PaperAnswer[] {
  return Object.entries(changes).map(([fieldId, answer]) => ({ fieldId, answer }));
}

function country(countryId: string): TypedAnswer {
  return { fieldTypeId: 'Country', countryId };
}

function owners(...shares: number[]): TypedAnswer {
  return {
    fieldTypeId: 'People',
    people: shares.map((ownershipPercent, index) => ({
      fullName: `Owner ${index + 1}`,
      roleIds: [],
      ownershipPercent,
      nationalityId: 'CH',
      isPep: false,
    })),
  };
}
