import { beforeAll, expect, it } from 'vitest';
import { operations } from '@/lib/kyc/contract/operations';
import { newId } from '@/lib/new-id';
import { describeOnEachDatabase } from '../../db/testing';
import { embeddedKyc } from '.';
import { aCall, aForm, anEmployee, NOW } from './fixtures.suite';

describeOnEachDatabase('the lists of the engine', (kit) => {
  const kyc = () => embeddedKyc({ db: kit.db(), clock: () => NOW, newId });
  const ids = { person: '', company: '', retired: '' };

  beforeAll(async () => {
    for (const name of ['Zoe', 'Ali', 'Mia']) await anEmployee(kit.db(), { name });
    await anEmployee(kit.db(), { name: 'Gone', isActive: false });
    await anEmployee(kit.db(), { name: 'Foreign', tenantId: 'other' });
    ids.person = await aForm(kit.db(), { name: 'Person', entityType: 'Individual' });
    ids.company = await aForm(kit.db(), { name: 'Company', entityType: 'LegalEntity' });
    ids.retired = await aForm(kit.db(), { name: 'Retired', isActive: false });
    await aForm(kit.db(), { name: 'Foreign', tenantId: 'other' });
  });

  it("names the tenant's active employees, by name", async () => {
    const employees = await kyc().getEmployees(aCall(), {});
    expect(employees.map(({ name }) => name)).toEqual(['Ali', 'Mia', 'Zoe']);
    expect(Object.keys(employees[0] ?? {})).toEqual(['id', 'name']);
  });

  it("names the tenant's active forms, by name, of the type that is asked for", async () => {
    const all = await kyc().listForms(aCall(), {});
    expect(all.count).toBe(2);
    expect(all.forms).toEqual([
      {
        id: ids.company,
        name: 'Company',
        version: 1,
        entityType: 'LegalEntity',
        formType: 'KYCOnboarding',
        isActive: true,
      },
      expect.objectContaining({ id: ids.person }),
    ]);
    expect(await kyc().listForms(aCall(), { formType: 'KYCOnboarding' })).toEqual(all);
    expect(await kyc().listForms(aCall(), { formType: 'Questionnaire' })).toEqual({ count: 0, forms: [] });
  });

  it("lists a form's fields in the order of its pages, in the names of that operation", async () => {
    const { count, fields } = await kyc().getFormFields(aCall(), { formId: ids.person });
    expect(count).toBe(4);
    expect(fields.map(({ fqName }) => fqName)).toEqual([
      'AboutYou_General_Nationality',
      'AboutYou_General_DateOfBirth',
      'Funds_General_SourceOfFunds',
      'Funds_General_Remarks',
    ]);
    expect(fields[2]).toEqual({
      fieldId: 'field-Source of funds',
      fqName: 'Funds_General_SourceOfFunds',
      fieldType: 'MultiOptionsCheckBox',
      fieldName: 'Source of funds',
      sectionName: 'General',
      pageName: 'Funds',
      isRequired: true,
      options: [expect.objectContaining({ optionText: 'Salary' }), expect.anything()],
    });
    expect(fields[0]).not.toHaveProperty('options');
  });

  it("lists a retired form's fields, and no other tenant's", async () => {
    expect((await kyc().getFormFields(aCall(), { formId: ids.retired })).count).toBe(4);
    const notFound = expect.objectContaining({ name: 'KycError', code: 404 });
    await expect(kyc().getFormFields(aCall(), { formId: 'unknown' })).rejects.toEqual(notFound);
    await expect(kyc().getFormFields(aCall({ tenantId: 'other' }), { formId: ids.person })).rejects.toEqual(
      notFound,
    );
  });

  it('lists the countries by their English name', async () => {
    const countries = await kyc().getLookups(aCall(), { type: 'Country' });
    expect(operations.getLookups.output.parse(countries)).toEqual(countries);
    expect(countries.length).toBeGreaterThanOrEqual(249);
    expect(countries).toContainEqual({ id: 'AE', name: 'United Arab Emirates' });
    expect(countries.map(({ id }) => id).slice(0, 3)).toEqual(['AF', 'AX', 'AL']);
    expect(new Set(countries.map(({ id }) => id)).size).toBe(countries.length);
  });
});
