import { beforeAll, describe, expect, it } from 'vitest';
import { type CustomerView, customerView, PAGE_SIZE, SORT_KEYS } from '@/lib/kyc/customer-list';
import { directory } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import {
  countCustomers,
  type DirectoryReader,
  findCustomer,
  listCustomers,
  possibleDuplicates,
  searchCustomers,
} from './directory';

const TENANT = 'tenant-1';
const OFFICER: DirectoryReader = { tenantId: TENANT, role: 'compliance_officer', employeeId: null };
const MANAGER: DirectoryReader = { tenantId: TENANT, role: 'relationship_manager', employeeId: 'employee-1' };
const ADMIN: DirectoryReader = { tenantId: TENANT, role: 'admin', employeeId: null };

type Entry = typeof directory.$inferInsert;

function entry(id: string, part: Partial<Entry> = {}): Entry {
  const at = new Date('2026-03-01T10:00:00.123Z');
  return {
    submissionId: id,
    tenantId: TENANT,
    userType: 'IndividualCustomer',
    displayName: `Customer ${id}`,
    email: `${id}@mail.example`,
    emailKey: `${id}@mail.example`,
    employeeId: 'employee-1',
    employeeName: 'Rania Haddad',
    formId: 'form-1',
    formName: 'Individual',
    kycState: 'Onboarding',
    riskLevelId: 'Low',
    riskScore: 12.5,
    createdAt: at,
    updatedAt: at,
    ...part,
  };
}

const view = (part: Partial<CustomerView> = {}): CustomerView => customerView.parse(part);

describeOnEachDatabase('the customers list', ({ db }) => {
  const ids = (page: { customers: { submissionId: string }[] }) =>
    page.customers.map((one) => one.submissionId);

  async function allPages(reader: DirectoryReader, first: CustomerView): Promise<string[]> {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listCustomers(db(), reader, { ...first, after });
      seen.push(...ids(page));
      after = page.next ?? undefined;
    } while (after);
    return seen;
  }

  beforeAll(async () => {
    // Sixty rows alike in every sort column, so that only the id tells them apart.
    const alike = Array.from({ length: 60 }, (_, at) => entry(`same-${String(at).padStart(2, '0')}`));
    await db()
      .insert(directory)
      .values([
        ...alike,
        entry('arabic', {
          displayName: 'ليلى الهاشمي',
          employeeId: 'employee-2',
          riskScore: null,
          riskLevelId: null,
        }),
        entry('chinese', {
          displayName: '王小明',
          employeeId: 'employee-2',
          riskScore: 88,
          riskLevelId: 'High',
        }),
        entry('cyrillic', { displayName: 'Анна Ковалёва', employeeId: 'employee-2', kycState: 'Approved' }),
        entry('accents', { displayName: 'José Núñez', employeeId: 'employee-2' }),
        entry('company', {
          userType: 'LegalCustomer',
          displayName: 'Harbour Light Trading LLC',
          tradingName: '100%_Light',
          registrationNumber: 'CN-4471',
          employeeId: 'employee-2',
        }),
        entry('foreign', { tenantId: 'tenant-2', displayName: 'José Núñez' }),
      ]);
  });

  it.each(SORT_KEYS.flatMap((sort) => [[sort, 'asc'] as const, [sort, 'desc'] as const]))(
    'pages by %s %s through every customer exactly once, ties included',
    async (sort, dir) => {
      const seen = await allPages(OFFICER, view({ sort, dir }));
      expect(seen).toHaveLength(65);
      expect(new Set(seen).size).toBe(65);
    },
  );

  it('shows a relationship manager the customers of the employee that he or she is tied to, and nobody else’s', async () => {
    const seen = await allPages(MANAGER, view());
    expect(seen).toHaveLength(60);
    expect(seen.every((id) => id.startsWith('same-'))).toBe(true);
    expect(await allPages({ ...MANAGER, employeeId: null }, view())).toEqual([]);
    expect(await allPages(MANAGER, view({ employee: ['employee-2'] }))).toEqual([]);
  });

  it('answers the same for a foreign, another tenant’s and an unknown id', async () => {
    expect(await findCustomer(db(), MANAGER, 'same-00')).toBeDefined();
    for (const id of ['arabic', 'foreign', 'unknown'])
      expect(await findCustomer(db(), MANAGER, id)).toBeUndefined();
    expect(await findCustomer(db(), OFFICER, 'foreign')).toBeUndefined();
  });

  it.each([
    ['هاشمي', 'arabic'],
    ['王小', 'chinese'],
    ['ковалёва', 'cyrillic'],
    ['jose nunez', 'accents'],
    ['NÚÑEZ', 'accents'],
    ['cn-4471', 'company'],
    ['100%_', 'company'],
    ['company@mail', 'company'],
    ['chinese', 'chinese'],
  ])('finds %s', async (words, id) => {
    expect(ids(await listCustomers(db(), OFFICER, view({ q: words })))).toEqual([id]);
    expect((await searchCustomers(db(), OFFICER, words)).map((one) => one.submissionId)).toEqual([id]);
  });

  it('takes a search for what it is: wildcards, quotes and operators find only themselves', async () => {
    for (const words of ["'; drop table directory; --", '%%%', '___', '\\\\\\', '100__light']) {
      expect(ids(await listCustomers(db(), OFFICER, view({ q: words })))).toEqual([]);
    }
  });

  it('narrows by several values of several facets, and counts what it narrowed', async () => {
    const narrowed = view({ state: ['Approved', 'Onboarding'], risk: ['Low'], employee: ['employee-2'] });
    expect(ids(await listCustomers(db(), OFFICER, narrowed)).sort()).toEqual([
      'accents',
      'company',
      'cyrillic',
    ]);
    expect(await countCustomers(db(), OFFICER, narrowed)).toEqual({ count: 3, more: false });
    expect(await countCustomers(db(), OFFICER, view({ kind: ['LegalCustomer'] }))).toEqual({
      count: 1,
      more: false,
    });
  });

  it('shows an admin no risk, nor lets it be found out by filtering or sorting', async () => {
    const page = await listCustomers(db(), ADMIN, view({ sort: 'risk', risk: ['High'] }));
    expect(page.customers).toHaveLength(PAGE_SIZE);
    expect(page.customers.some((one) => 'risk' in one)).toBe(false);
    expect(ids(page)).toEqual(ids(await listCustomers(db(), ADMIN, view({ sort: 'created' }))));
  });

  it('starts anew at a forged place instead of failing', async () => {
    const start = ids(await listCustomers(db(), OFFICER, view()));
    const forged = ['x', '%00', Buffer.from('["not a date","x"]').toString('base64url')];
    for (const after of [...forged, Buffer.from('["2026-01-01","\\u0000"]').toString('base64url')]) {
      expect(ids(await listCustomers(db(), OFFICER, view({ after })))).toEqual(start);
    }
  });

  describe('possible duplicates', () => {
    const ask = (reader: DirectoryReader, part: object) =>
      possibleDuplicates(db(), reader, { email: '', registrationNumber: '', name: '', ...part });

    it('are found by e-mail without case, by registration number and by a name that sounds alike', async () => {
      expect(await ask(OFFICER, { email: 'ACCENTS@mail.example' })).toMatchObject([
        { match: 'email', customer: { submissionId: 'accents' } },
      ]);
      expect(await ask(OFFICER, { registrationNumber: 'CN-4471' })).toMatchObject([
        { match: 'registrationNumber', customer: { submissionId: 'company' } },
      ]);
      expect(await ask(OFFICER, { name: 'Jose Nunes' })).toMatchObject([
        { match: 'name', customer: { submissionId: 'accents' } },
      ]);
      expect(await ask(OFFICER, { name: 'Harbor Light Trading' })).toMatchObject([
        { match: 'name', customer: { submissionId: 'company' } },
      ]);
      expect(await ask(OFFICER, { name: 'Limited' })).toEqual([]);
    });

    it('of a colleague are said to exist and not named', async () => {
      expect(await ask(MANAGER, { email: 'accents@mail.example' })).toEqual([{ match: 'email' }]);
      expect(await ask(MANAGER, { name: 'José Núñez' })).toEqual([]);
    });
  });
});
