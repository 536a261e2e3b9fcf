import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import type { Role } from '@/lib/auth/permissions';
import { DEMO_ACCOUNTS, PUBLISHED_EMPLOYEE_ID, PUBLISHED_FORM_ID } from '@/lib/demo-accounts';
import { hashPassword } from '@/server/auth/passwords';
import { sealSession, sessionCookie } from '@/server/auth/session-token';
import { sealPlace } from '@/server/casework/place';
import { type DatabaseKind, type OpenDatabase, openDatabase } from '@/server/db/client';
import { seedDemo } from '@/server/db/demo';
import { seedDirectory } from '@/server/db/demo/bulk';
import { apiClients, staffUsers } from '@/server/db/schema';
import { installationKeys } from '@/server/documents/key-file';
import { localStore } from '@/server/documents/local-store';
import { vaultOver } from '@/server/documents/vault';
import type { Variables } from './server';
import {
  addDocuments,
  addSubject,
  FOUR_PAGES,
  ONE_PAGE,
  TEN_KILOBYTES,
  TWO_HUNDRED_ANSWERS,
} from './subjects';
import { recordCrowd } from './trail';

/** A real installation has one tenant of this name. */
const TENANT = 'main';

/** What the bench signs in to the HTTP face with. */
export const API_CLIENT = { appId: 'bench', appSecret: 'the secret of a measurement', tenantId: TENANT };

/** Two databases of the same content, one for the product and one for the floor, and what is asked for in them. */
export type Ground = {
  kind: DatabaseKind;
  product: Variables;
  floor: Variables;
  /** The submission whose profile weighs 10 KB, and the one whose report has four pages. */
  profileOf: string;
  reportOf: string;
  /** The submissions with 200 answers and 50 documents, with a page to save, and with files to come. */
  largeOf: string;
  pageOf: string;
  filesOf: string;
  employeeId: string;
  formId: string;
  /** The key of a customer, for the floor's select. */
  floorKey: string;
  /** Where the list's last fifth begins. */
  deepPlace: string;
  /** A session cookie for each role. */
  cookies: Record<Role, string>;
};

type Wanted = {
  folder: string;
  /** The maintenance database of a PostgreSQL server; without one the databases are embedded. */
  postgresUrl?: string;
  customers: number;
  /** Whether the floor gets a database like the product's. */
  withFloor?: boolean;
  /** Whether the audit trail is as long as the book. */
  withTrail?: boolean;
};

/** Makes both databases: the demo's content in a real installation, an API client, and a crowd of customers. */
export async function makeGround({
  folder,
  postgresUrl,
  customers,
  withFloor = true,
  withTrail = false,
}: Wanted): Promise<Ground> {
  const place = await freshPlace(folder, postgresUrl);
  const open = await openDatabase(place.database('product'));
  try {
    const now = new Date();
    const dataDir = place.variables('product').DATA_DIR ?? '';
    const keys = installationKeys({ dataDir, documentKeys: [] });
    const vault = vaultOver({ store: localStore(join(dataDir, 'documents')), keys });
    await seedDemo(open, { tenantId: TENANT, now, vault, withEngine: true });
    const secretHash = await hashPassword(API_CLIENT.appSecret);
    const { appId, tenantId } = API_CLIENT;
    await open.db.insert(apiClients).values({ appId, tenantId, name: 'Bench', secretHash, createdAt: now });
    const owner = { tenantId: TENANT, employeeId: PUBLISHED_EMPLOYEE_ID };
    const profileOf = await addSubject(open.db, TEN_KILOBYTES, owner);
    const reportOf = await addSubject(open.db, FOUR_PAGES, owner);
    const largeOf = await addSubject(open.db, TWO_HUNDRED_ANSWERS, owner);
    await addDocuments(open.db, largeOf, 50);
    const pageOf = await addSubject(open.db, ONE_PAGE, owner);
    const filesOf = await addSubject(open.db, ONE_PAGE, owner);
    await seedDirectory(open.db, { count: customers, tenantId: TENANT, now });
    if (withTrail) await recordCrowd(open, TENANT);
    await open.pool.query('vacuum (analyze)');
    return {
      kind: open.kind,
      product: place.variables('product'),
      floor: place.variables('floor'),
      profileOf,
      reportOf,
      largeOf,
      pageOf,
      filesOf,
      employeeId: PUBLISHED_EMPLOYEE_ID,
      formId: PUBLISHED_FORM_ID,
      floorKey: await anyCustomer(open),
      deepPlace: await deepPlace(open, Math.floor(customers * 0.8)),
      cookies: await sessionCookies(open),
    };
  } finally {
    await open.close();
    if (withFloor) await place.copy();
  }
}

type Name = 'product' | 'floor';

/** Where the two databases lie, and how the second one is made of the first. */
async function freshPlace(folder: string, postgresUrl: string | undefined) {
  const dataDir = (name: Name) => join(folder, name);
  if (postgresUrl === undefined) {
    return {
      database: (name: Name) => ({ dataDir: dataDir(name) }),
      variables: (name: Name): Variables => ({ DATA_DIR: dataDir(name) }),
      copy: async () => cpSync(dataDir('product'), dataDir('floor'), { recursive: true }),
    };
  }
  const url = (name: string) => Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href;
  await maintain(postgresUrl, 'create database product');
  return {
    database: (name: Name) => ({ url: url(name) }),
    variables: (name: Name): Variables => ({ DATA_DIR: dataDir(name), DATABASE_URL: url(name) }),
    copy: () => maintain(postgresUrl, 'create database floor template product'),
  };
}

async function maintain(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function anyCustomer({ db }: OpenDatabase): Promise<string> {
  const customer = await db.query.customers.findFirst({ columns: { id: true } });
  if (!customer) throw new Error('The seed made no customer');
  return customer.id;
}

async function deepPlace({ db }: OpenDatabase, offset: number): Promise<string> {
  const { rows } = await db.execute<{ value: string; id: string }>(sql`
    select created_at::text as value, submission_id as id from directory where tenant_id = ${TENANT}
    order by created_at desc, submission_id desc offset ${offset} limit 1`);
  const [row] = rows;
  if (!row) throw new Error('The list is shorter than the seed made it');
  return sealPlace(row);
}

/** A session of each role, as its browser would send it. */
export async function sessionCookies({ db }: OpenDatabase): Promise<Record<Role, string>> {
  const users = await db
    .select({ id: staffUsers.id, email: staffUsers.email, sessionVersion: staffUsers.sessionVersion })
    .from(staffUsers);
  const cookieOf = async (role: Role) => {
    const account = DEMO_ACCOUNTS.find((one) => one.role === role);
    const user = users.find(({ email }) => email === account?.email);
    if (!user) throw new Error(`The seed made no ${role}`);
    const token = await sealSession({ userId: user.id, sessionVersion: user.sessionVersion });
    return `${sessionCookie().name}=${token}`;
  };
  return {
    relationship_manager: await cookieOf('relationship_manager'),
    compliance_officer: await cookieOf('compliance_officer'),
    admin: await cookieOf('admin'),
  };
}
