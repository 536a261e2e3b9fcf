import { afterEach, describe, expect, test } from 'vitest';
import type { KycCall } from '@/lib/kyc/api';
import { addCustomerInput } from '@/lib/kyc/contract/customers';
import { KycError } from '@/lib/kyc/contract/errors';
import { publishedSamples } from '@/lib/kyc/contract/samples';
import { type RemoteParts, remoteKyc } from './index';
import { processed, refused, type ScriptedServer, serveScript, tokenFor } from './server.suite';

const SECRET = 'the-app-secret';
const call: KycCall = {
  tenantId: 'staff',
  actor: { kind: 'staff', id: 'u1', name: 'Clerk' },
  requestId: 'req-1',
};
const newCustomer = addCustomerInput.parse(publishedSamples.addCustomer.requests.individual);
const bySubmission = { submissionId: 'ab98babe-b555-4b79-88bf-967f454df0c0' };

let server: ScriptedServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A client before a scripted server, whose waits take no time; `slept` are the waits, `logged` what it wrote. */
async function client(
  script: Parameters<typeof serveScript>[0],
  given: {
    token?: Parameters<typeof serveScript>[1];
    timeoutMs?: number;
    apiUrl?: string;
  } & RemoteParts = {},
) {
  const { token, timeoutMs = 2_000, apiUrl, ...parts } = given;
  server = await serveScript(script, token);
  const slept: number[] = [];
  const logged: string[] = [];
  const write = (entry: object, message: string) => void logged.push(JSON.stringify({ ...entry, message }));
  let waited = 0;
  const kyc = remoteKyc(
    {
      apiUrl: apiUrl ?? `${server.origin}/api`,
      authUrl: server.origin,
      appId: 'app',
      appSecret: SECRET,
      tenantId: 'their-tenant',
      timeoutMs,
    },
    {
      clock: () => Date.now() + waited,
      sleep: async (milliseconds) => {
        slept.push(milliseconds);
        waited += milliseconds;
      },
      random: () => 1,
      log: { info: write, warn: write, error: write },
      ...parts,
    },
  );
  return { kyc, server, slept, logged };
}

const refusalOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => value,
    (error: unknown) => error,
  );

describe('what goes out', () => {
  test("the contract's paths, the body as given, the token and the request's id", async () => {
    const { kyc, server } = await client(({ path }) =>
      path.includes('AddCustomer') ? processed({ submissionId: 's' }) : processed({ count: 0, forms: [] }),
    );
    await kyc.addCustomer({ ...call, idempotencyKey: 'key-1' }, newCustomer);
    await kyc.listForms(call, { formType: 'KYCOnboarding' });
    await kyc.listForms(call, {});
    const [added, listed, all] = server.asked;
    expect(added?.path).toBe('/api/ExtCustomerManagement/AddCustomer');
    expect(JSON.parse(added?.body ?? '')).toEqual(publishedSamples.addCustomer.requests.individual);
    expect(added?.headers).toMatchObject({ 'x-request-id': 'req-1', 'idempotency-key': 'key-1' });
    expect(added?.headers.authorization).toMatch(/^Bearer /);
    expect(listed).toMatchObject({ method: 'GET', path: '/api/ExtForm/forms?formType=KYCOnboarding' });
    expect(all?.path).toBe('/api/ExtForm/forms');
    expect(JSON.parse(server.tokensAsked[0]?.body ?? '')).toEqual({
      appId: 'app',
      appSecret: SECRET,
      tenantId: 'their-tenant',
    });
  });

  test('an identifier cannot lead to another path', async () => {
    const { kyc, server } = await client(() => refused(404, ['Not found']));
    await refusalOf(kyc.getCustomerDetails(call, { submissionId: '../GetEmployees?x=1#y' }));
    expect(server.asked[0]?.path).toBe(
      '/api/ExtCustomerManagement/GetCustomerDetails/..%2FGetEmployees%3Fx%3D1%23y',
    );
  });
});

describe('the token', () => {
  test('is fetched once for calls side by side, and kept', async () => {
    const { kyc, server } = await client(() => processed([]));
    await Promise.all(Array.from({ length: 10 }, () => kyc.getEmployees(call, {})));
    await kyc.getEmployees(call, {});
    expect(server.tokensAsked).toHaveLength(1);
  });

  test('is renewed before its end', async () => {
    let now = Date.now();
    const { kyc, server } = await client(() => processed([]), {
      clock: () => now,
      token: () => processed({ token: tokenFor(600, now) }),
    });
    await kyc.getEmployees(call, {});
    now += 530_000;
    await kyc.getEmployees(call, {});
    expect(server.tokensAsked).toHaveLength(1);
    now += 20_000;
    await kyc.getEmployees(call, {});
    expect(server.tokensAsked).toHaveLength(2);
  });

  test('may be any string', async () => {
    const { kyc, server } = await client(() => processed([]), {
      token: () => processed({ token: 'opaque' }),
    });
    await kyc.getEmployees(call, {});
    await kyc.getEmployees(call, {});
    expect(server.tokensAsked).toHaveLength(1);
    expect(server.asked[1]?.headers.authorization).toBe('Bearer opaque');
  });

  test('is renewed once on a 401, for a write too, and by one call for all', async () => {
    const first = new Set<string>();
    const { kyc, server } = await client(({ headers }) => {
      const token = headers.authorization ?? '';
      if (first.size === 0) first.add(token);
      return first.has(token) ? refused(401, ['expired']) : processed({ submissionId: 's' });
    });
    const answers = await Promise.all([0, 1, 2].map(() => kyc.addCustomer(call, newCustomer)));
    expect(answers).toEqual([{ submissionId: 's' }, { submissionId: 's' }, { submissionId: 's' }]);
    expect(server.tokensAsked).toHaveLength(2);
  });

  test('that is refused again is a 503: the credentials are no matter of the person before the screen', async () => {
    const { kyc, server } = await client(() => refused(401, ['no']));
    expect(await refusalOf(kyc.getEmployees(call, {}))).toMatchObject({ code: 503 });
    expect(server.asked).toHaveLength(2);
  });

  test('that cannot be had is a 503, told to all who wait, and asked for anew by the next', async () => {
    const { kyc, server } = await client(() => processed([]), {
      token: (_, count) => (count === 1 ? refused(401, ['wrong']) : processed({ token: 'good' })),
    });
    const both = await Promise.all([0, 1].map(() => refusalOf(kyc.addCustomer(call, newCustomer))));
    for (const error of both) expect(error).toMatchObject({ code: 503, outcomeUnknown: false });
    expect(await kyc.getEmployees(call, {})).toEqual([]);
    expect(server.tokensAsked).toHaveLength(2);
  });
});

describe('repeats', () => {
  test('a read is repeated after server errors, silence and broken answers, ever later, with jitter', async () => {
    const { kyc, server, slept } = await client((_, count) => {
      if (count === 1) return refused(503, ['busy']);
      if (count === 2) return 'break off';
      return count === 3 ? { status: 502, body: '<html>' } : processed([]);
    });
    expect(await kyc.getEmployees(call, {})).toEqual([]);
    expect(server.asked).toHaveLength(4);
    expect(slept).toEqual([250, 500, 1000]);
  });

  test('a read gives up after four attempts', async () => {
    const { kyc, server } = await client(() => refused(500, ['a table is missing']));
    const error = await refusalOf(kyc.getEmployees(call, {}));
    expect(error).toMatchObject({ code: 500, outcomeUnknown: false });
    expect((error as KycError).message).not.toContain('table');
    expect(server.asked).toHaveLength(4);
  });

  test('an attempt that hangs is given up, and the next one may succeed', async () => {
    const { kyc } = await client((_, count) => (count === 1 ? 'hang' : processed([])), { timeoutMs: 150 });
    expect(await kyc.getEmployees(call, {})).toEqual([]);
  });

  test.each([
    ['never answers', 'hang'],
    ['breaks off', 'break off'],
    ['fails', refused(500, ['failed'])],
    ['is cut off by a gateway', { status: 504, body: '' }],
    ['answers what cannot be read', { body: 'ok' }],
    ['answers without the id', processed({})],
    ['sends elsewhere', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
  ] as const)('a write that %s is not repeated, and its outcome is unknown', async (_what, answer) => {
    const { kyc, server } = await client(() => answer, { timeoutMs: 200 });
    const error = await refusalOf(kyc.addCustomer({ ...call, idempotencyKey: 'k' }, newCustomer));
    expect(error).toMatchObject({ outcomeUnknown: true });
    expect((error as KycError).code).toBeGreaterThanOrEqual(500);
    expect(server.asked).toHaveLength(1);
  });

  test('a write that was never sent did not happen', async () => {
    const gone = await serveScript(() => processed([]));
    await gone.close();
    const { kyc } = await client(() => processed([]), { apiUrl: `${gone.origin}/api` });
    const error = await refusalOf(kyc.addCustomer(call, newCustomer));
    expect(error).toMatchObject({ code: 503, outcomeUnknown: false });
  });
});

describe("the server's limits", () => {
  const later = (seconds: string) => refused(429, ['slow down'], { 'retry-after': seconds });

  test('a 429 is waited for when the time allows, for a write too: it was not done', async () => {
    const { kyc, slept } = await client((_, count) =>
      count === 1 ? later('3') : processed({ submissionId: 's' }),
    );
    expect(await kyc.addCustomer(call, newCustomer)).toEqual({ submissionId: 's' });
    expect(slept).toHaveLength(1);
    expect(slept[0]).toBeGreaterThan(2_900);
    expect(slept[0]).toBeLessThanOrEqual(3_000);
  });

  test('a longer wait is told, and the calls after it are not sent until it is over', async () => {
    let now = Date.now();
    const { kyc, server } = await client(
      (_, count) => (count === 1 ? later('60') : processed({ submissionId: 's' })),
      {
        clock: () => now,
      },
    );
    expect(await refusalOf(kyc.addCustomer(call, newCustomer))).toMatchObject({ code: 429, retryAfter: 60 });
    now += 20_000;
    expect(await refusalOf(kyc.addCustomer(call, newCustomer))).toMatchObject({ code: 429, retryAfter: 40 });
    expect(server.asked).toHaveLength(1);
    now += 41_000;
    expect(await kyc.addCustomer(call, newCustomer)).toEqual({ submissionId: 's' });
  });

  test('the last request of a window is known from its answer; other groups go on', async () => {
    const now = Date.now();
    const { kyc, server } = await client(
      ({ method }) =>
        method === 'POST'
          ? { ...(processed({ submissionId: 's' }) as object), headers: { RateLimit: '"create";r=0;t=42' } }
          : processed([]),
      { clock: () => now },
    );
    await kyc.addCustomer(call, newCustomer);
    expect(await refusalOf(kyc.addCustomer(call, newCustomer))).toMatchObject({ code: 429, retryAfter: 42 });
    await kyc.getEmployees(call, {});
    expect(server.asked).toHaveLength(2);
  });

  test('a wait given as a date is understood', async () => {
    const now = Math.floor(Date.now() / 1000) * 1000;
    const { kyc } = await client(() => later(new Date(now + 90_000).toUTCString()), { clock: () => now });
    expect(await refusalOf(kyc.getEmployees(call, {}))).toMatchObject({ code: 429, retryAfter: 90 });
  });
});

describe('reading', () => {
  test('the published answers are read', async () => {
    const { addCustomer, getEmployees, getIndividualProfile } = publishedSamples;
    const { kyc } = await client(({ path }) => {
      const sample = path.includes('AddCustomer')
        ? addCustomer
        : path.includes('GetEmployees')
          ? getEmployees
          : getIndividualProfile;
      return { body: JSON.stringify(sample.answer) };
    });
    expect(await kyc.addCustomer(call, newCustomer)).toEqual(addCustomer.answer.result);
    expect(await kyc.getEmployees(call, {})).toEqual(getEmployees.answer.result);
    expect(await kyc.getIndividualProfile(call, bySubmission)).toEqual(getIndividualProfile.answer.result);
  });

  test('what is unknown passes, what is missing or of another kind counts as missing', async () => {
    const result = {
      ...publishedSamples.getIndividualProfile.answer.result,
      submission: { kycState: 'Archived', onboardingProgress: 'half', brandNew: { a: 1 } },
      riskAssessment: { score: '12', riskLevelId: 'Extreme' },
      extra: true,
    };
    const { kyc } = await client(() => processed(result));
    expect(await kyc.getIndividualProfile(call, bySubmission)).toEqual({
      ...result,
      submission: { kycState: 'Archived', brandNew: { a: 1 } },
      riskAssessment: { riskLevelId: 'Extreme' },
    });
  });

  test('an answer that is none of the operation is a 503, and the log has only the paths', async () => {
    const { kyc, logged } = await client(() => processed([{ id: 7, name: 'Jane Roe' }]));
    expect(await refusalOf(kyc.getEmployees(call, {}))).toMatchObject({ code: 503 });
    expect(logged.join()).toContain('0.id');
    expect(logged.join()).not.toContain('Jane');
  });

  test('a refusal keeps its code and its bad fields', async () => {
    const messages = [
      'customerEmail: must be an e-mail address',
      'individualCustomer.firstName: is required',
    ];
    const { kyc } = await client(() => refused(400, messages));
    const error = await refusalOf(kyc.addCustomer(call, newCustomer));
    expect(error).toMatchObject({
      code: 400,
      outcomeUnknown: false,
      fields: [
        { path: 'customerEmail', message: 'must be an e-mail address' },
        { path: 'individualCustomer.firstName', message: 'is required' },
      ],
    });
  });

  test('a refusal inside an HTTP 200 is one all the same', async () => {
    const { kyc } = await client(() => ({
      ...(refused(409, ['Customer exists: yes']) as object),
      status: 200,
    }));
    expect(await refusalOf(kyc.addCustomer(call, newCustomer))).toMatchObject({
      code: 409,
      message: 'Customer exists: yes',
      fields: [],
    });
  });

  test.each([
    [403, 403],
    [404, 404],
    [410, 404],
    [418, 400],
    [422, 422],
  ])('HTTP %i is a %i', async (status, code) => {
    const { kyc } = await client(() => ({ status, body: 'plain' }));
    expect(await refusalOf(kyc.getCustomerDetails(call, bySubmission))).toMatchObject({ code });
  });

  test('words of another server are shown without control characters and at a bounded length', async () => {
    const { kyc } = await client(() => refused(409, [`\u202eno\u0000 ${'x'.repeat(1000)}`]));
    const error = await refusalOf(kyc.addCustomer(call, newCustomer));
    expect((error as KycError).message).toMatch(/^no x{297}$/);
  });
});

describe('reports', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 content');
  const headers = { 'content-type': 'application/pdf' };
  const download = async (answer: Parameters<typeof client>[0]) => {
    const { kyc } = await client(answer);
    return refusalOf(kyc.downloadIndividualProfilePdf(call, bySubmission));
  };

  test('the bytes, the name and the entity tag come through', async () => {
    const disposition = `attachment; filename*=UTF-8''%E5%BC%A0.pdf`;
    const answer = { body: pdf, headers: { ...headers, 'content-disposition': disposition, etag: 'W/"v1"' } };
    expect(await download(() => answer)).toEqual({
      bytes: Buffer.from(pdf),
      contentType: 'application/pdf',
      fileName: '张.pdf',
      etag: 'v1',
    });
  });

  test.each([
    ['attachment; filename="../../etc/passwd"', 'passwd.pdf'],
    ['attachment; filename="C:\\\\x\\\\a.pdf"', 'a.pdf'],
    ['attachment; filename="..."', `profile-${bySubmission.submissionId}.pdf`],
    ['no; such=; thing', `profile-${bySubmission.submissionId}.pdf`],
  ])('the name in %j is made safe', async (disposition, fileName) => {
    const answer = { body: pdf, headers: { ...headers, 'content-disposition': disposition } };
    expect(await download(() => answer)).toMatchObject({ fileName });
  });

  test.each([
    ['a page', { body: '<html>', headers: { 'content-type': 'text/html' } }],
    ['a page that calls itself a PDF', { body: '<html>', headers }],
    ['nothing', { body: '', headers }],
    ['a success without the bytes', processed(null)],
  ])('%s is no report', async (_what, answer) => {
    expect(await download(() => answer)).toMatchObject({ code: 503 });
  });

  test('a refusal instead of a report is that refusal', async () => {
    expect(await download(() => refused(404, ['Not found']))).toMatchObject({ code: 404 });
  });
});

test('neither a secret, a token nor a customer is ever logged', async () => {
  const { kyc, logged, server } = await client((_, count) =>
    count === 1 ? refused(400, ['customerEmail: johndoe@yopmail.com is taken']) : 'break off',
  );
  await refusalOf(kyc.addCustomer(call, newCustomer));
  await refusalOf(kyc.addCustomer(call, newCustomer));
  const token = server.asked[0]?.headers.authorization?.slice(7) ?? 'none';
  expect(logged).toHaveLength(2);
  for (const secret of [SECRET, token, 'johndoe', 'John', 'Clerk'])
    expect(logged.join()).not.toContain(secret);
});
