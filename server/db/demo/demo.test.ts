import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  DEMO_ACCOUNTS,
  DEMO_PASSWORD,
  DEMO_PORTAL_ACCOUNTS,
  PUBLISHED_EMPLOYEE_ID,
  PUBLISHED_FORM_ID,
} from '@/lib/demo-accounts';
import { answerValues } from '@/lib/kyc/contract/answers';
import { CONTENT_TYPES } from '@/lib/kyc/contract/documents';
import { formPage } from '@/lib/kyc/contract/forms';
import { KYC_STATES, known, RISK_LEVELS, USER_TYPES } from '@/lib/kyc/contract/lists';
import { CASE_STAGES } from '@/lib/kyc/decisions';
import { MOVES } from '@/lib/kyc/states';
import { verifyPassword } from '../../auth/passwords';
import { inspect } from '../../documents/inspect';
import { installationKeys } from '../../documents/key-file';
import { ringOf } from '../../documents/keys';
import { localStore } from '../../documents/local-store';
import { bytesOf } from '../../documents/streams';
import { vaultOver } from '../../documents/vault';
import { readMail } from '../../mail/outbox';
import {
  answers,
  auditEvents,
  cases,
  customerCredentials,
  customers,
  decisions,
  directory,
  documents,
  employees,
  forms,
  formVersions,
  mails,
  reviewSchedules,
  riskAssessments,
  staffUsers,
  submissions,
} from '../schema';
import { describeOnEachDatabase } from '../testing';
import { type DemoScene, seedDemo } from '.';
import { seedDirectory } from './bulk';
import { machineReadable } from './passport';

vi.stubEnv('AUTH_SECRET', 'a secret of this test, 32 characters');

const NOW = new Date('2026-11-22T10:00:00Z');

describeOnEachDatabase('the demo data', ({ db, open }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-demo-'));
  const keys = installationKeys({ dataDir: path.join(folder, 'keys'), documentKeys: [] });
  const vault = vaultOver({ store: localStore(path.join(folder, 'documents')), keys });
  const scene: DemoScene = { tenantId: 'demo-tenant', now: NOW, vault, withEngine: true };
  beforeAll(() => seedDemo(open(), scene));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('every account signs in with the one password, and two are tied to different employees', async () => {
    const users = await db().select().from(staffUsers);
    expect(users.map(({ email }) => email).sort()).toEqual(DEMO_ACCOUNTS.map(({ email }) => email).sort());
    for (const { passwordHash } of users)
      expect(await verifyPassword(passwordHash, DEMO_PASSWORD)).toBe(true);
    const tied = users.flatMap(({ employeeId }) => employeeId ?? []);
    expect(new Set(tied).size).toBe(2);
    expect(tied).toContain(PUBLISHED_EMPLOYEE_ID);
  });

  test('the portal accounts are customers under the name they have, who sign in with the one password', async () => {
    const found = await db()
      .select({
        email: directory.email,
        name: directory.displayName,
        passwordHash: customerCredentials.passwordHash,
      })
      .from(customerCredentials)
      .innerJoin(directory, eq(directory.submissionId, customerCredentials.submissionId));
    const wanted = DEMO_PORTAL_ACCOUNTS.map(({ email, name }) => ({ email, name }));
    expect(found.map(({ email, name }) => ({ email, name }))).toEqual(expect.arrayContaining(wanted));
    for (const { passwordHash } of found)
      expect(await verifyPassword(passwordHash, DEMO_PASSWORD)).toBe(true);
  });

  test('the published ids are there, and the published customers are not', async () => {
    expect(await db().$count(employees)).toBe(6);
    const all = await db().select().from(forms);
    expect(all.map(({ entityType }) => entityType).sort()).toEqual(['Any', 'Individual', 'LegalEntity']);
    expect(all.find(({ id }) => id === PUBLISHED_FORM_ID)?.entityType).toBe('Any');
    for (const { email } of await db().select().from(customers)) expect(email).toMatch(/\.example$/);
  });

  test('both kinds, every state and every risk level are in the list, in four scripts', async () => {
    const rows = await db().select().from(directory);
    expect(rows).toHaveLength(24);
    const seen = (key: 'userType' | 'kycState' | 'riskLevelId') => new Set(rows.map((row) => row[key]));
    expect(seen('userType')).toEqual(new Set(USER_TYPES));
    expect(seen('kycState')).toEqual(new Set(KYC_STATES));
    expect(seen('riskLevelId')).toEqual(new Set(RISK_LEVELS));
    for (const script of ['Latin', 'Arabic', 'Han', 'Cyrillic']) {
      const pattern = new RegExp(`\\p{Script=${script}}`, 'u');
      expect(rows.filter(({ displayName }) => pattern.test(displayName)).length).toBeGreaterThanOrEqual(3);
    }
  });

  test('forms and answers keep to the contract, and every answer belongs to a field of its form', async () => {
    const versions = await db().select().from(formVersions);
    for (const { pages } of versions) for (const page of pages) formPage.parse(page);
    const fieldIds = new Set(
      versions.flatMap(({ pages }) =>
        pages.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields.map(({ id }) => id))),
      ),
    );
    for (const { fieldId, fieldTypeId, value } of await db().select().from(answers)) {
      expect(fieldIds).toContain(fieldId);
      expect(answerValues[fieldTypeId].parse(value)).toEqual(value);
    }
  });

  test('who has submitted owes nothing, and who has not started has answered nothing', async () => {
    for (const { kycState, onboardingProgress } of await db().select().from(submissions)) {
      if (kycState === 'New') expect(onboardingProgress).toBe(0);
      else if (kycState === 'Onboarding') expect(onboardingProgress).toBeLessThan(100);
      else expect(onboardingProgress).toBe(100);
    }
  });

  test('every history is made of legal moves, ends in the present state, and lies in the past', async () => {
    const rows = await db().select().from(auditEvents).orderBy(auditEvents.at, auditEvents.id);
    for (const { id, kycState } of await db().select().from(submissions)) {
      const moves = rows.filter((row) => row.submissionId === id && row.type === 'submission.state_changed');
      let state = 'New';
      for (const { data } of moves) {
        expect(data.from).toBe(state);
        expect(MOVES[data.from as keyof typeof MOVES]).toContain(data.to);
        state = String(data.to);
      }
      expect(state).toBe(kycState);
    }
    for (const { at } of rows) expect(at.getTime()).toBeLessThanOrEqual(NOW.getTime());
    expect(await db().$count(riskAssessments)).toBeGreaterThan(60);
  });

  test('every document is a true file with the size and the hash on record', async () => {
    const rows = await db().select().from(documents);
    expect(rows.length).toBeGreaterThan(30);
    expect(new Set(rows.map(({ contentType }) => contentType))).toEqual(
      new Set(['application/pdf', 'image/png']),
    );
    for (const { storageKey, sealedKey, keyId, ...row } of rows) {
      const { contentType, sizeInBytes, sha256, pageCount, width, height } = row;
      if (!sealedKey || !keyId) throw new Error('a document without its key');
      const bytes = Buffer.from(await bytesOf(await vault.open({ storageKey, sealedKey, keyId })));
      expect(bytes.length).toBe(sizeInBytes);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      if (contentType === 'application/pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      else expect(pixelsOf(bytes)).toHaveLength(((width ?? 0) + 1) * (height ?? 0));
      const content = known(CONTENT_TYPES, contentType) ?? 'application/pdf';
      expect(await inspect(content, new Uint8Array(bytes))).toEqual({ pageCount, width, height });
    }
  });

  test('nothing of a document can be read in its folder', () => {
    const files = fs.readdirSync(path.join(folder, 'documents'), { recursive: true, withFileTypes: true });
    const stored = files.filter((entry) => entry.isFile());
    expect(stored.length).toBeGreaterThan(30);
    for (const { parentPath, name } of stored) {
      const bytes = fs.readFileSync(path.join(parentPath, name));
      for (const mark of ['%PDF-1.', '\x89PNG\r\n\x1a\n', 'endstream']) {
        expect(bytes.includes(Buffer.from(mark, 'latin1'))).toBe(false);
      }
    }
  });

  test('the welcome mails are in the outbox', async () => {
    const [mail] = await db().select().from(mails);
    const read = await readMail(db(), 'demo-tenant', mail?.id ?? '');
    expect(read).toMatchObject({ state: 'kept', body: { text: expect.stringContaining('onboarding file') } });
  });

  test('seeding again changes nothing, also after somebody has worked with the data', async () => {
    const counts = () =>
      Promise.all(
        [customers, staffUsers, auditEvents, documents, answers].map((table) => db().$count(table)),
      );
    const before = await counts();
    await db().update(staffUsers).set({ isActive: false }).where(eq(staffUsers.email, 'rm2@demo.example'));
    await seedDemo(open(), { ...scene, now: new Date('2027-01-01T00:00:00Z') });
    expect(await counts()).toEqual(before);
    const [user] = await db().select().from(staffUsers).where(eq(staffUsers.email, 'rm2@demo.example'));
    expect(user?.isActive).toBe(false);
  });

  test('a crowd of customers is made in SQL, each with a profile behind its row', async () => {
    await seedDirectory(db(), { count: 2_000, tenantId: 'demo-tenant', now: NOW });
    expect(await db().$count(directory)).toBe(2_024);
    const states = await db().selectDistinct({ state: directory.kycState }).from(directory);
    expect(states).toHaveLength(KYC_STATES.length);
    expect(await db().$count(submissions)).toBe(2_024);
    const lines = await db()
      .select({ state: directory.kycState, stage: cases.stage, review: reviewSchedules.dueOn })
      .from(directory)
      .leftJoin(cases, eq(cases.submissionId, directory.submissionId))
      .leftJoin(reviewSchedules, eq(reviewSchedules.submissionId, directory.submissionId))
      .where(like(directory.email, 'crowd-%'));
    for (const { state, stage, review } of lines) {
      expect(stage !== null).toBe(state === 'ComplianceReview');
      expect(review !== null).toBe(state === 'Approved');
    }
    expect(new Set(lines.flatMap(({ stage }) => stage ?? []))).toEqual(new Set(CASE_STAGES));
    const proposed = lines.filter(({ stage }) => stage === 'awaitingSecond');
    const own = 2;
    expect(await db().$count(decisions, eq(decisions.state, 'awaitingSecond'))).toBe(proposed.length + own);
  });
});

describeOnEachDatabase('in front of another server', ({ db, open }) => {
  test('only the accounts are ours', async () => {
    const keys = ringOf([{ id: 'unused', key: Buffer.alloc(32) }]);
    const vault = vaultOver({ store: localStore(path.join(os.tmpdir(), 'kyc-demo-unused')), keys });
    await seedDemo(open(), { tenantId: 'demo-tenant', now: NOW, vault, withEngine: false });
    expect(await db().$count(staffUsers)).toBe(DEMO_ACCOUNTS.length);
    expect(await db().$count(employees)).toBe(0);
  });
});

test('the machine-readable zone is that of the standard’s own specimen (ICAO Doc 9303-4, appendix A)', () => {
  const specimen = { state: 'UTO', surname: 'Eriksson', given: 'Anna Maria', number: 'L898902C3' };
  const lines = machineReadable({ ...specimen, born: '1974-08-12', expires: '2012-04-15' });
  expect(lines[0]).toBe('P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<');
  expect(lines[1]).toBe('L898902C36UTO7408122<1204159<<<<<<<<<<<<<<08');
});

function pixelsOf(png: Buffer): Buffer {
  const start = png.indexOf('IDAT');
  return inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
}
