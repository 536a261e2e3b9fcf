import { describe, expect, test } from 'vitest';
import { PUBLISHED_FORM_ID } from '@/lib/demo-accounts';
import { placedFields } from '@/lib/kyc/conditions';
import { type FormPage, formPage, type ShowWhen } from '@/lib/kyc/contract/forms';
import { FIELD_TYPES } from '@/lib/kyc/contract/lists';
import { FACTS } from '@/lib/risk/facts';
import { factsOf } from '../../risk/facts';
import { DEMO_FORMS } from '../demo/forms';
import { forms, formVersions } from '../schema';
import { describeOnEachDatabase } from '../testing';
import { inTransaction } from '../transaction';
import { LIBRARY_FORMS, seedLibraryForms } from '.';

const DAY = new Date('2026-11-22T10:00:00Z');
const fieldsOf = (pages: readonly FormPage[]) => placedFields(pages).map(({ field }) => field);

describe('the library forms', () => {
  test.each(Object.values(LIBRARY_FORMS))(
    '$name keeps to the contract and names each field once',
    ({ pages }) => {
      for (const page of pages) expect(formPage.parse(page)).toEqual(page);
      const fields = fieldsOf(pages);
      for (const key of ['id', 'fqName', 'name'] as const) {
        expect(new Set(fields.map((field) => field[key])).size).toBe(fields.length);
      }
    },
  );

  test.each(Object.values(DEMO_FORMS))('$name shows a field by what was asked before it', ({ pages }) => {
    const before = new Set<string>();
    for (const { field, section } of placedFields(pages)) {
      for (const id of [...namedBy(field.showWhen), ...namedBy(section.showWhen)]) {
        expect(before).toContain(id);
      }
      before.add(field.id);
    }
  });

  test.each(Object.values(LIBRARY_FORMS))(
    '$name files each upload as a type of its own, so that none passes for a new version of another',
    ({ pages }) => {
      const uploads = fieldsOf(pages).filter(({ fieldTypeId }) =>
        ['Passport', 'Document', 'Signature'].includes(fieldTypeId),
      );
      const types = uploads.map(({ limits }) => limits?.documentTypeId);
      expect(types).not.toContain(undefined);
      expect(new Set(types).size).toBe(types.length);
    },
  );

  test('every field type of the contract occurs', () => {
    const types = Object.values(DEMO_FORMS).flatMap(({ pages }) => fieldsOf(pages));
    expect(new Set(types.map(({ fieldTypeId }) => fieldTypeId))).toEqual(new Set(FIELD_TYPES));
  });

  test.each([
    ['IndividualCustomer', LIBRARY_FORMS.individual],
    ['LegalCustomer', LIBRARY_FORMS.company],
  ] as const)('ask of an %s for every fact that it has', (userType, { pages }) => {
    const { known } = factsOf({ userType, pages, answers: [], documents: [], today: '2026-11-22' });
    const asked = FACTS.filter(({ of }) => of.some((kind) => kind === userType)).map(({ id }) => id);
    expect(Object.keys(known).sort()).toEqual(asked.sort());
  });
});

describeOnEachDatabase('an installation’s first forms', ({ db }) => {
  test('are there once, however often the product starts, and the published one is the demo’s alone', async () => {
    for (const at of [DAY, new Date('2027-01-01T00:00:00Z')]) {
      await inTransaction(db(), (tx) => seedLibraryForms(tx, 'a-firm', at));
    }
    const all = await db().select().from(forms);
    expect(all.map(({ id }) => id).sort()).toEqual(
      Object.values(LIBRARY_FORMS)
        .map(({ id }) => id)
        .sort(),
    );
    expect(all.map(({ id }) => id)).not.toContain(PUBLISHED_FORM_ID);
    const versions = await db().select().from(formVersions);
    expect(versions.map(({ version, usedAt }) => ({ version, usedAt }))).toEqual([
      { version: 1, usedAt: null },
      { version: 1, usedAt: null },
    ]);
  });
});

/** The fields that a condition looks at. */
function namedBy(when: ShowWhen | undefined): string[] {
  if (when === undefined) return [];
  if ('fieldId' in when) return [when.fieldId];
  if ('not' in when) return namedBy(when.not);
  return ('all' in when ? when.all : when.any).flatMap(namedBy);
}
