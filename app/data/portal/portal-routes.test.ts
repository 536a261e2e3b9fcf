import sharp from 'sharp';
import { beforeEach, expect, it, vi } from 'vitest';
import { newId } from '@/lib/new-id';
import { saveOwnAnswers } from '@/server/actions/portal';
import { portalCookie, sealPortalSession } from '@/server/auth/portal/session-token';
import { sealSession, sessionCookie } from '@/server/auth/session-token';
import { setCustomerPassword } from '@/server/db/queries/customer-passwords';
import { staffUsers } from '@/server/db/schema';
import { describeOnEachDatabase } from '@/server/db/testing';
import { inTransaction } from '@/server/db/transaction';
import { kycApi } from '@/server/kyc';
import { aCall, aForm, anEmployee, aPerson, fieldIdOf, TENANT } from '@/server/kyc/embedded/fixtures.suite';
import * as preview from './documents/[documentId]/preview/route';
import * as document from './documents/[documentId]/route';
import * as documents from './documents/route';
import * as form from './form/route';

/** The cookies of the request that a test stands for. */
const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

const none = { params: Promise.resolve({}) };
const at = (documentId: string) => ({ params: Promise.resolve({ documentId }) });
const request = (method = 'GET', query = '') =>
  new Request(`http://localhost/data/portal/x${query}`, { method });

describeOnEachDatabase("the portal's data routes", (kit) => {
  let picture: Buffer;

  beforeEach(async () => {
    jar.clear();
    picture ??= await sharp({ create: { width: 9, height: 7, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
  });

  async function aCustomer(): Promise<{ submissionId: string; enter: () => void }> {
    const ground = { employeeId: await anEmployee(kit.db()), formId: await aForm(kit.db()) };
    const { submissionId } = await (await kycApi()).addCustomer(aCall(), aPerson(ground));
    const sessionVersion = await inTransaction(kit.db(), (tx) =>
      setCustomerPassword(tx, submissionId, 'a hash', new Date()),
    );
    const token = await sealPortalSession({ submissionId, sessionVersion }, new Date());
    return { submissionId, enter: () => jar.set(portalCookie().name, token) };
  }

  function upload(): Promise<Response> {
    const body = new FormData();
    body.set('DocumentTypeId', 'Passport');
    body.set('OriginalFileName', 'me.png');
    body.set('FileContent', new File([new Uint8Array(picture)], 'me.png', { type: 'image/png' }));
    return documents.POST(
      new Request('http://localhost/data/portal/documents', { method: 'POST', body }),
      none,
    );
  }
  async function uploaded(): Promise<string> {
    const answer = (await (await upload()).json()) as { documents: { id: string }[] };
    return answer.documents[0]?.id ?? '';
  }
  async function listed(): Promise<string[]> {
    const answer = (await (await documents.GET(request(), none)).json()) as { documents: { id: string }[] };
    return answer.documents.map(({ id }) => id);
  }
  const statuses = async (id: string) => [
    (await document.GET(request(), at(id))).status,
    (await preview.GET(request(), at(id))).status,
    (await document.DELETE(request('DELETE'), at(id))).status,
  ];

  it('take, list, give back byte for byte, draw and delete the own documents', async () => {
    (await aCustomer()).enter();
    const id = await uploaded();
    expect(await listed()).toEqual([id]);
    const file = await document.GET(request(), at(id));
    expect(Buffer.from(await file.arrayBuffer()).equals(picture)).toBe(true);
    expect(file.headers.get('content-disposition')).toContain('me.png');
    expect(file.headers.get('cache-control')).toBe('no-store');
    const drawn = await preview.GET(request(), at(id));
    expect(drawn.headers.get('content-security-policy')).toContain('sandbox');
    await drawn.body?.cancel();
    expect((await preview.GET(request('GET', '?page=zero'), at(id))).status).toBe(400);
    expect((await document.DELETE(request('DELETE'), at(id))).status).toBe(200);
    expect(await listed()).toEqual([]);
  });

  it("answer another customer's document as one that is not there, and leave it be", async () => {
    const [owner, other] = [await aCustomer(), await aCustomer()];
    owner.enter();
    const id = await uploaded();
    other.enter();
    expect(await statuses(id)).toEqual([404, 404, 404]);
    expect(await statuses(newId())).toEqual([404, 404, 404]);
    expect(await listed()).toEqual([]);
    owner.enter();
    expect(await listed()).toEqual([id]);
  });

  it('open nothing without a session, nor to the staff’s', async () => {
    const all = async () => [
      (await form.GET(request(), none)).status,
      (await documents.GET(request(), none)).status,
      (await upload()).status,
      ...(await statuses(newId())),
    ];
    expect(new Set(await all())).toEqual(new Set([401]));
    const userId = newId();
    const email = `${userId}@example.com`;
    const user = {
      id: userId,
      tenantId: TENANT,
      email,
      emailKey: email,
      name: 'Nadia',
      role: 'admin',
    } as const;
    await kit
      .db()
      .insert(staffUsers)
      .values({ ...user, passwordHash: 'a hash', createdAt: new Date() });
    const token = await sealSession({ userId, sessionVersion: 1 });
    jar.set(sessionCookie().name, token);
    jar.set(portalCookie().name, token);
    expect(new Set(await all())).toEqual(new Set([401]));
  });

  it('give the form once, and nothing while it stands', async () => {
    const { enter, submissionId } = await aCustomer();
    enter();
    const read = async (since = '') =>
      (await (await form.GET(request('GET', since && `?since=${since}`), none)).json()) as {
        submissionId: string;
        stamp: string;
      };
    const view = await read();
    expect(view).toMatchObject({ submissionId, kycState: 'New', requests: [] });
    expect(JSON.stringify(view)).not.toMatch(/risk/i);
    expect(await read(view.stamp)).toEqual({ unchanged: true });
    const answers = [
      {
        fieldId: fieldIdOf('Remarks'),
        answer: { fieldTypeId: 'TextArea' as const, textValue: 'None' },
        basedOn: 0,
      },
    ];
    expect(await saveOwnAnswers({ answers })).toMatchObject({ ok: true });
    expect(await read(view.stamp)).toMatchObject({ kycState: 'Onboarding' });
  });

  it("save into the session's own form, whatever submission the input names", async () => {
    const [mine, other] = [await aCustomer(), await aCustomer()];
    mine.enter();
    const input = {
      submissionId: other.submissionId,
      answers: [
        { fieldId: fieldIdOf('Remarks'), answer: { fieldTypeId: 'TextArea' as const, textValue: 'Mine' } },
      ],
    };
    const saved = await saveOwnAnswers(input);
    expect(saved).toMatchObject({ ok: true, data: { view: { submissionId: mine.submissionId } } });
    other.enter();
    const theirs = (await (await form.GET(request(), none)).json()) as { answers: object };
    expect(theirs.answers).toEqual({});
  });
});
