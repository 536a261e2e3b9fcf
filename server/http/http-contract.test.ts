import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Operation, operations } from '@/lib/kyc/contract/operations';
import { publishedSamples } from '@/lib/kyc/contract/samples';
import { newId } from '@/lib/new-id';
import { apiClients, auditEvents } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { embeddedKyc } from '../kyc/embedded';
import { APP_SECRET, appIdOf, ids, layGround, TENANTS } from '../kyc/ground.suite';
import { BODY_LIMIT } from './body';
import { type Composition, composeHttp } from './compose';
import { type Face, serveFace } from './face.suite';
import type { Fault } from './parts';
import { GUESSES_PER_WINDOW } from './rate-limit';

const [TENANT] = TENANTS;
const credentials = { appId: appIdOf(TENANT), appSecret: APP_SECRET, tenantId: TENANT };
const PLENTY = 1_000_000;
const ADD = '/api/ExtCustomerManagement/AddCustomer';
const EMPLOYEES = '/api/ExtCustomerManagement/GetEmployees';
const TOKEN = '/api/AppSessionManager/GetAppToken';
const individual = publishedSamples.addCustomer.requests.individual;

describeOnEachDatabase('the HTTP face', (kit) => {
  let face: Face;
  let token: string;
  let faults: Fault[];
  let now = new Date();

  const compose = async (given: Partial<Composition> = {}) =>
    serveFace(
      await composeHttp({
        kyc: embeddedKyc({ db: kit.db(), clock: () => new Date(), newId }),
        db: kit.db(),
        pool: kit.pool(),
        key,
        perMinute: { create: PLENTY, retrieve: PLENTY, download: PLENTY, other: PLENTY },
        tenantId: TENANT,
        clock: () => now,
        report: (fault) => void faults.push(fault),
        ...given,
      }),
    );
  const key = randomBytes(32);

  beforeAll(async () => {
    await layGround(kit.db());
    faults = [];
    face = await compose();
    token = (await (await post(TOKEN, credentials, {})).json()).result.token;
  });
  beforeEach(() => {
    faults = [];
  });
  afterEach(() => {
    now = new Date();
    expect(faults).toEqual([]);
  });
  afterAll(() => face.close());

  const authorized = () => ({ authorization: `Bearer ${token}` });
  const get = (path: string, headers: Record<string, string> = authorized(), init: RequestInit = {}) =>
    fetch(`${face.origin}${path}`, { headers, ...init });
  const post = (path: string, body: unknown, headers: Record<string, string> = authorized()) =>
    fetch(`${face.origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  /** The refusal's messages, after its whole envelope was looked at. */
  async function refusal(response: Response, status: number): Promise<string[]> {
    const { messages, ...rest } = await response.json();
    const version = rest.version === undefined ? {} : { version: null };
    expect({ http: response.status, ...rest }).toEqual({
      http: status,
      ...version,
      statusCode: status,
      result: null,
    });
    expect(messages.length).toBeGreaterThan(0);
    expect(response.headers.get('x-request-id')).toMatch(/^[\w.-]{1,64}$/);
    return messages;
  }

  describe('published', () => {
    test.each(Object.entries(publishedSamples.addCustomer.requests))(
      'the body of the %s, byte for byte, gets the published answer',
      async (_what, body) => {
        const response = await post(ADD, body);
        const answer = await response.text();
        const submissionId = JSON.parse(answer).result.submissionId;
        const published = JSON.stringify(publishedSamples.addCustomer.answer);
        expect(answer).toBe(
          published.replace(publishedSamples.addCustomer.answer.result.submissionId, submissionId),
        );
        expect(response.status).toBe(200);

        const kind = body.userType === 'LegalCustomer' ? 'Legal' : 'Individual';
        const profile = await (await get(`/api/ExtReport/Get${kind}Profile/${submissionId}`)).text();
        expect(profile).toMatch(/^\{"version":null,"statusCode":0,"messages":null,"result":\{"form":\{/);
        const details = await get(`/api/ExtCustomerManagement/GetCustomerDetails/${submissionId}`);
        expect(details.status).toBe(200);
      },
    );

    test('the second time the same body is a 409', async () => {
      expect(await refusal(await post(ADD, individual), 409)).toHaveLength(1);
    });
  });

  describe('400', () => {
    const fresh = () => ({ ...individual, customerEmail: `${newId()}@example.com` });
    test.each([
      ['userType', { userType: 'Person' }],
      ['userType', { userType: undefined, individualCustomer: undefined }],
      ['customerEmail', { customerEmail: 'nobody' }],
      ['customerEmail', { customerEmail: `${'a'.repeat(250)}@b.ch` }],
      ['customerEmail', { customerEmail: 'a\u0000@example.com' }],
      ['customerEmail', { customerEmail: ['a@example.com'] }],
      ['customerMobileNumber', { customerMobileNumber: '079 123 45 67' }],
      ['employeeId', { employeeId: '' }],
      ['employeeId', { employeeId: 'x'.repeat(65) }],
      ['employeeId', { employeeId: 7 }],
      ['formId', { formId: null }],
      ['formId', { formId: 'a\u2028b' }],
      ['sendEmail', { sendEmail: 'true' }],
      ['individualCustomer', { individualCustomer: undefined }],
      ['individualCustomer', { individualCustomer: 'John Doe' }],
      ['individualCustomer.firstName', { individualCustomer: { lastName: 'Doe' } }],
      ['individualCustomer.firstName', { individualCustomer: { firstName: '  ', lastName: 'Doe' } }],
      ['individualCustomer.firstName', { individualCustomer: { firstName: 'a\u0000b', lastName: 'Doe' } }],
      ['individualCustomer.firstName', { individualCustomer: { firstName: '\ud800', lastName: 'Doe' } }],
      ['individualCustomer.lastName', { individualCustomer: { firstName: 'J', lastName: 'x'.repeat(201) } }],
      [
        'legalEntityCustomer',
        { legalEntityCustomer: publishedSamples.addCustomer.requests.legalEntity.legalEntityCustomer },
      ],
      ['employeeId', { employeeId: 'unknown' }],
    ])('a bad %s is named: %j', async (path, wrong) => {
      const messages = await refusal(await post(ADD, { ...fresh(), ...wrong }), 400);
      expect(messages.map((message) => message.split(': ')[0])).toContain(path);
    });

    test('each bad field has a message of its own', async () => {
      const messages = await refusal(await post(ADD, {}), 400);
      expect(messages.map((message) => message.split(': ')[0])).toEqual(
        expect.arrayContaining(['userType', 'customerEmail', 'employeeId', 'formId', 'sendEmail']),
      );
    });

    test.each([
      '',
      'null',
      '[]',
      '"x"',
      '7',
      '{"a":',
      '{"sendEmail":true,"sendEmail":false}',
      '['.repeat(5000),
    ])('the body %.40s', async (body) => {
      expect((await refusal(await post(ADD, body), 400))[0]).toMatch(/^(body|userType)\b/);
    });

    test('keys that would reach into prototypes do nothing', async () => {
      const body = JSON.stringify(fresh());
      const hostile = `{"__proto__":{"sendEmail":"x"},"constructor":{"prototype":{"y":1}},${body.slice(1)}`;
      expect((await post(ADD, hostile)).status).toBe(200);
      expect(({} as Record<string, unknown>).y).toBeUndefined();
    });

    test.each(['%E0%A4%A', '%FF', '%00', 'x'.repeat(65), '%E2%80%A8'])('the path id %.20s', async (id) => {
      const path = `/api/ExtCustomerManagement/GetCustomerDetails/${id}`;
      expect((await refusal(await get(path), 400))[0]).toMatch(/^submissionId: /);
    });

    test.each(['', '?type=', '?type=Planet', '?type=Country&type=Country', '?TYPE=Country'])(
      'the query %j',
      async (query) => {
        expect((await refusal(await get(`/api/ExtForm/lookups${query}`), 400))[0]).toMatch(/^type: /);
      },
    );

    test.each([
      ['empty', ''],
      ['too long', 'x'.repeat(256)],
      ['not printable', 'a\tb'],
    ])('an idempotency key that is %s', async (_what, value) => {
      const response = await post(ADD, fresh(), { ...authorized(), 'idempotency-key': value });
      expect((await refusal(response, 400))[0]).toMatch(/^Idempotency-Key: /);
    });

    test.each([{}, { appId: 'a' }, { ...credentials, appSecret: 7 }, { ...credentials, appId: 'a\u0000b' }])(
      'the token request %j',
      async (body) => {
        expect(await refusal(await post(TOKEN, body, {}), 400)).not.toEqual([]);
      },
    );
  });

  describe('401', () => {
    test('without a token, with a wrong one and with an expired one', async () => {
      const [head, claims, signature] = token.split('.');
      const wrong = [
        '',
        'Bearer',
        'Bearer x',
        `Basic ${token}`,
        `Bearer ${head}.${claims}.${signature?.slice(2)}`,
      ];
      for (const authorization of wrong) {
        const response = await get(EMPLOYEES, authorization ? { authorization } : {});
        expect(await refusal(response, 401)).toEqual(['The token is missing, wrong or expired']);
        expect(response.headers.get('www-authenticate')).toBe('Bearer');
      }
      now = new Date(Date.now() + 24 * 3_600_000 + 1000);
      await refusal(await get(EMPLOYEES), 401);
    });

    test('a client that is switched off is refused within seconds, though its token lives on', async () => {
      const client = { ...credentials, appId: 'short-lived' };
      const rows = await kit.db().select().from(apiClients).where(eq(apiClients.appId, credentials.appId));
      await kit
        .db()
        .insert(apiClients)
        .values(rows.map((row) => ({ ...row, appId: client.appId })));
      const { result } = await (await post(TOKEN, client, {})).json();
      const authorization = `Bearer ${result.token}`;
      expect((await get(EMPLOYEES, { authorization })).status).toBe(200);
      await kit.db().update(apiClients).set({ isActive: false }).where(eq(apiClients.appId, client.appId));
      now = new Date(Date.now() + 6_000);
      await refusal(await get(EMPLOYEES, { authorization }), 401);
      await refusal(await post(TOKEN, client, {}), 401);
    });

    test('a wrong secret, app and tenant get one and the same answer, and all of it is on record', async () => {
      const wrong = [{ appSecret: 'x' }, { appId: 'x' }, { tenantId: 'x' }, { tenantId: 'other-tenant' }];
      const answers = [];
      for (const one of wrong) {
        const response = await post(TOKEN, { ...credentials, ...one }, {});
        answers.push(await refusal(response, 401));
      }
      expect(new Set(answers.map(String)).size).toBe(1);
      const events = await kit
        .db()
        .select()
        .from(auditEvents)
        .where(eq(auditEvents.type, 'api_client.token_refused'));
      expect(events.length).toBeGreaterThanOrEqual(4);
      expect(JSON.stringify(events)).not.toContain(APP_SECRET);
    });
  });

  test('404: an unknown path, with any verb', async () => {
    for (const path of ['/api/x', '/api/ExtReport', `${EMPLOYEES}/x`, '/api/extreport/x', '/api/a/%00/b']) {
      expect(await refusal(await get(path), 404)).toEqual(['Not found']);
    }
    await refusal(await post('/api/nothing', 'x'), 404);
    await refusal(await get('/api/x', {}, { method: 'DELETE' }), 404);
  });

  describe('405', () => {
    const served: Operation[] = Object.values(operations);
    const paths = [...new Set(served.map(({ path }) => path))];
    test.each(
      paths.map((path) => [path, served.flatMap((one) => (one.path === path ? one.method : []))] as const),
    )('%s allows %s', async (path, methods) => {
      const url = `/api${path.replace(/\{\w+\}/g, 'some-id')}`;
      const allow = [...methods.flatMap((one) => (one === 'GET' ? [one, 'HEAD'] : [one])), 'OPTIONS'].join(
        ', ',
      );
      const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
        (one) => !methods.some((its) => its === one),
      );
      for (const verb of others) {
        const response = await get(url, {}, { method: verb });
        expect(response.headers.get('allow')).toBe(allow);
        await refusal(response, 405);
      }
      const options = await get(url, {}, { method: 'OPTIONS' });
      expect([options.status, options.headers.get('allow')]).toEqual([204, allow]);
      expect(options.headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  test('413: more than 1 MiB, with and without a declared length', async () => {
    const body = JSON.stringify({ ...individual, more: 'x'.repeat(BODY_LIMIT) });
    expect(await refusal(await post(ADD, body), 413)).toHaveLength(1);
    const chunked = await new Promise<number | undefined>((resolve, reject) => {
      const request = http.request(`${face.origin}${ADD}`, {
        method: 'POST',
        headers: { ...authorized(), 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      });
      request.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
      request.end(body);
    });
    expect(chunked).toBe(413);
  });

  test('415: another media type', async () => {
    for (const type of [
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/json; charset=latin1',
    ]) {
      await refusal(await post(ADD, '{}', { ...authorized(), 'content-type': type }), 415);
    }
  });

  test('422: the same idempotency key with another body', async () => {
    const headers = { ...authorized(), 'idempotency-key': 'contract-422' };
    const body = { ...individual, customerEmail: 'contract-422@example.com' };
    const first = await (await post(ADD, body, headers)).text();
    expect(await (await post(ADD, JSON.stringify(body, null, 2), headers)).text()).toBe(first);
    await refusal(await post(ADD, { ...body, sendEmail: false }, headers), 422);
  });

  test('HEAD is GET without the body', async () => {
    const head = await get(EMPLOYEES, authorized(), { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect((await get(EMPLOYEES, {}, { method: 'HEAD' })).status).toBe(401);
    expect((await get(ADD, {}, { method: 'HEAD' })).status).toBe(405);
  });

  test('every answer has its limits and its request id, and no cache keeps it', async () => {
    const answers = [
      await get(EMPLOYEES, { ...authorized(), 'x-request-id': 'my-id.1' }),
      await get(EMPLOYEES, { 'x-request-id': 'not printable: ü' }),
      await get('/api/unknown'),
      await post(EMPLOYEES, {}),
      await post(ADD, 'x'),
      await post(TOKEN, {}, {}),
      await get(EMPLOYEES, {}, { method: 'OPTIONS' }),
    ];
    expect(answers[0]?.headers.get('x-request-id')).toBe('my-id.1');
    for (const { headers } of answers) {
      expect(headers.get('ratelimit')).toMatch(/^"(create|other)";r=\d+;t=\d+$/);
      expect(headers.get('ratelimit-policy')).toMatch(/^"(create|other)";q=1000000;w=60$/);
      expect(headers.get('x-request-id')).toMatch(/^[\w.-]{1,64}$/);
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('a report has a name, a type and an entity tag', async () => {
    const customerEmail = 'report@example.com';
    const { result } = await (await post(ADD, { ...individual, customerEmail })).json();
    const path = `/api/ExtReport/DownloadIndividualProfilePagePdf/${result.submissionId}`;
    const response = await get(path);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="?[^"]+\.pdf/),
      etag: expect.stringMatching(/^"[\da-f]{64}"$/),
      'x-content-type-options': 'nosniff',
    });
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await get(path, { ...authorized(), 'if-none-match': '*' })).status).toBe(304);
    await refusal(await get(path.replace('Individual', 'Legal')), 404);
  });

  test('no input of any kind is a 500', async () => {
    const paths = Object.values(operations).map(({ path, method }) => ({ path: path as string, method }));
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('\u0000', '\ud800', '../..', "' or 1=1", '9'.repeat(400), '\u202e', '%', '\\', '1e999'),
    );
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), hostile, fc.constant(undefined));
    const body = fc.record(
      {
        userType: fc.oneof(fc.constantFrom('IndividualCustomer', 'LegalCustomer'), value),
        customerEmail: fc.oneof(fc.emailAddress(), value),
        customerMobileNumber: fc.oneof(fc.constant(''), value),
        employeeId: fc.oneof(fc.constant(ids.employee), value),
        formId: fc.oneof(fc.constant(ids.anyForm), value),
        sendEmail: fc.oneof(fc.boolean(), value),
        individualCustomer: fc.oneof(fc.record({ firstName: hostile, lastName: hostile }), value),
        legalEntityCustomer: value,
        submissionId: value,
        answers: fc.oneof(fc.array(fc.record({ fieldId: hostile, answer: value, basedOn: value })), value),
        appId: value,
        appSecret: value,
        tenantId: value,
      },
      { requiredKeys: [] },
    );
    const text = fc.oneof(
      body.map((one) => JSON.stringify(one)),
      fc.string({ unit: 'binary' }),
      fc.json(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.string({ maxLength: 20 }),
        text,
        async ({ path, method }, id, query, sent) => {
          const url = `/api${path.replace(/\{\w+\}/g, encodeURIComponent(id))}?${encodeURI(query)}`;
          const response = method === 'POST' ? await post(url, sent) : await get(url);
          expect(response.status).toBeLessThan(500);
          expect(response.headers.get('x-request-id')).not.toBeNull();
          await response.arrayBuffer();
        },
      ),
      { numRuns: 400 },
    );
  });

  describe('429', () => {
    let limited: Face;
    beforeAll(async () => {
      await face.close();
      await kit.pool().query('truncate rate_limits');
      limited = await compose({ perMinute: { create: 2, retrieve: 3, download: 1, other: 20 } });
      face = limited;
      token = (await (await post(TOKEN, credentials, {})).json()).result.token;
    });

    test('the third creation of a minute waits; other groups and other clients do not', async () => {
      const statuses = [];
      for (const body of [{}, {}, {}]) statuses.push((await post(ADD, body)).status);
      expect(statuses).toEqual([400, 400, 429]);
      const response = await post(ADD, {});
      await refusal(response, 429);
      expect(response.headers.get('ratelimit')).toMatch(/^"create";r=0;t=\d+$/);
      expect(response.headers.get('ratelimit-policy')).toBe('"create";q=2;w=60');
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(50);
      expect((await get('/api/ExtCustomerManagement/GetCustomerDetails/x')).status).toBe(404);
      const other = { appId: appIdOf('other-tenant'), appSecret: APP_SECRET, tenantId: 'other-tenant' };
      const { result } = await (await post(TOKEN, other, {})).json();
      expect((await post(ADD, {}, { authorization: `Bearer ${result.token}` })).status).toBe(400);
    });

    test('who guesses at a secret has to wait, and a right one is not counted', async () => {
      await limited.close();
      limited = await compose();
      face = limited;
      const address = { 'x-forwarded-for': 'made-up, 198.51.100.7' };
      for (let n = 0; n < 3; n += 1) expect((await post(TOKEN, credentials, address)).status).toBe(200);
      const guess = { ...credentials, appSecret: 'guess' };
      const statuses = [];
      for (let n = 0; n < GUESSES_PER_WINDOW + 1; n += 1)
        statuses.push((await post(TOKEN, guess, address)).status);
      expect(statuses).toEqual([...Array<number>(GUESSES_PER_WINDOW).fill(401), 429]);
      expect((await post(TOKEN, credentials, address)).status).toBe(429);
      expect((await post(TOKEN, credentials, { 'x-forwarded-for': '198.51.100.8' })).status).toBe(200);
    });
  });

  test('500: a fault tells nothing of the inside, and is reported under the request id', async () => {
    await face.close();
    const kyc = embeddedKyc({ db: kit.db(), clock: () => new Date(), newId });
    const broken = async () => {
      throw new Error('column "secret_column" of relation "customers" does not exist: John Doe');
    };
    face = await compose({ kyc: { ...kyc, getEmployees: broken } });
    const response = await get(EMPLOYEES, { ...authorized(), 'x-request-id': 'trace-me' });
    expect(await refusal(response, 500)).toEqual(['The server could not process the request']);
    expect(faults.splice(0)).toMatchObject([{ requestId: 'trace-me', operation: 'getEmployees' }]);
  });
});
