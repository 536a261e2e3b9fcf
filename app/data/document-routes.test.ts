import { afterEach, expect, it, vi } from 'vitest';
import type { Role } from '@/lib/auth/permissions';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import { sealSession, sessionCookie } from '@/server/auth/session-token';
import { officer, Room } from '@/server/casework/room.suite';
import { directory, staffUsers } from '@/server/db/schema';
import { describeOnEachDatabase } from '@/server/db/testing';
import { vaultKit } from '@/server/kyc/vault.suite';
import { GET as preview } from './customers/[submissionId]/documents/[documentId]/preview/route';
import { GET as readers } from './customers/[submissionId]/documents/[documentId]/readers/route';
import { GET as download } from './customers/[submissionId]/documents/[documentId]/route';
import { GET as archive } from './customers/[submissionId]/documents/archive/route';
import { DELETE as remove, POST as upload } from './customers/[submissionId]/documents/route';

/** The cookies of the request that a test stands for. */
const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));

type Route = (request: Request, context: { params: Promise<Ids> }) => Promise<Response>;
type Ids = { submissionId: string; documentId: string };

describeOnEachDatabase("the document room's data routes", (kit) => {
  const { vault } = vaultKit();
  const room = new Room(kit, vault);
  afterEach(() => jar.clear());

  async function signInAs(role: Role, employeeId: string | null = null): Promise<void> {
    const id = newId();
    const email = `${id}@example.com`;
    const user = {
      id,
      tenantId: officer.tenantId,
      email,
      emailKey: email,
      name: 'Somebody',
      role,
      employeeId,
    };
    await kit
      .db()
      .insert(staffUsers)
      .values({ ...user, passwordHash: 'a hash', createdAt: new Date() });
    jar.set(sessionCookie().name, await sealSession({ userId: id, sessionVersion: 1 }));
  }

  /** The status of each route for these ids: the four readings, then an upload, then a deletion. */
  async function statuses(ids: Ids): Promise<number[]> {
    const url = `http://localhost${paths.data.documents(ids.submissionId)}`;
    const ask = async (route: Route, init: RequestInit = {}, query = '') => {
      const answer = await route(new Request(`${url}${query}`, init), { params: Promise.resolve(ids) });
      await answer.body?.cancel();
      return answer.status;
    };
    const body = new FormData();
    body.set('Description', 'without a file');
    const answers: number[] = [];
    for (const route of [preview, readers, download, archive] as unknown as Route[])
      answers.push(await ask(route));
    answers.push(await ask(upload as unknown as Route, { method: 'POST', body }));
    answers.push(
      await ask(remove as unknown as Route, { method: 'DELETE' }, `?ids=${encodeURIComponent(newId())}`),
    );
    return answers;
  }

  const everyRoute = (code: number) => [code, code, code, code, code, code];

  it('ask for session, role and scope before anything else: a foreign customer is a 404 like an unknown one', async () => {
    const { submissionId } = await room.customer('Onboarding');
    const ids = { submissionId, documentId: newId() };
    const [owner] = await kit.db().select().from(directory).limit(1);
    expect(await statuses(ids)).toEqual(everyRoute(401));
    await signInAs('admin');
    expect(await statuses(ids)).toEqual(everyRoute(403));
    await signInAs('relationship_manager', newId());
    expect(await statuses(ids)).toEqual(everyRoute(404));
    await signInAs('relationship_manager', owner?.employeeId ?? null);
    expect(await statuses({ ...ids, submissionId: newId() })).toEqual(everyRoute(404));
    // Within the scope: nobody has read what is not there, and an upload is refused for what it lacks.
    expect(await statuses(ids)).toEqual([404, 200, 404, 404, 400, 404]);
  });

  it('compliance reads, and neither uploads nor deletes', async () => {
    const { submissionId } = await room.customer();
    await signInAs('compliance_officer');
    const [, , , , posted, deleted] = await statuses({ submissionId, documentId: newId() });
    expect([posted, deleted]).toEqual([403, 403]);
  });
});
