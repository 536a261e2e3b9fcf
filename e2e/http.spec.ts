import { operations } from '@/lib/kyc/contract/operations';
import { publishedSamples } from '@/lib/kyc/contract/samples';
import { paths } from '@/lib/paths';
import { demoToken, urlOf } from './fixtures/kyc-client';
import { readPdf } from './fixtures/pdf';
import { expect, test } from './fixtures/test';

const { individual, legalEntity } = publishedSamples.addCustomer.requests;

for (const { body, profile, report, name } of [
  {
    body: individual,
    profile: 'getIndividualProfile',
    report: 'downloadIndividualProfilePdf',
    name: 'John Doe',
  },
  {
    body: legalEntity,
    profile: 'getLegalProfile',
    report: 'downloadLegalProfilePdf',
    name: 'Company Name Ltd',
  },
] as const) {
  test(`the published body of ${body.userType} gets the published answer, and can be retrieved`, async ({
    request,
  }) => {
    const headers = await demoToken(request);
    const created = await request.post(urlOf('addCustomer'), { data: body, headers });
    expect(created.status()).toBe(200);
    const { submissionId } = ((await created.json()) as { result: { submissionId: string } }).result;
    expect(await created.json()).toEqual({
      version: null,
      statusCode: 200,
      messages: ['Processed successfully'],
      result: { submissionId: expect.stringMatching(/^[\da-f-]{36}$/) },
    });

    const read = await request.get(urlOf(profile, submissionId), { headers });
    expect(read.status()).toBe(200);
    expect(await read.json()).toMatchObject({
      version: null,
      statusCode: 0,
      messages: null,
      result: {
        submission: { id: submissionId, customerEmail: body.customerEmail, employeeName: 'Rania Haddad' },
        riskAssessment: { riskLevelId: expect.stringMatching(/^(Low|Medium|High)$/) },
        answers: [],
        documents: [],
      },
    });

    const file = await request.get(urlOf(report, submissionId), { headers });
    expect(file.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename=.*\.pdf/),
    });
    expect((await readPdf(await file.body())).text).toContain(name);

    const again = await request.post(urlOf('addCustomer'), { data: body, headers });
    expect(again.status()).toBe(409);
  });
}

test('what is no operation is answered in the envelope, and nothing without a token', async ({ request }) => {
  const unknown = await request.get('/api/ExtCustomerManagement/NoSuchThing');
  expect(unknown.status()).toBe(404);
  expect(await unknown.json()).toMatchObject({ version: null, statusCode: 404, result: null });
  const wrongVerb = await request.get(urlOf('addCustomer'));
  expect(wrongVerb.status()).toBe(405);
  expect(wrongVerb.headers()).toMatchObject({ allow: expect.stringContaining('POST') });
  const noToken = await request.post(urlOf('addCustomer'), { data: individual });
  expect(await noToken.json()).toMatchObject({ statusCode: 401, result: null });
});

test('the reference shows every operation under the policy, and needs no session', async ({ page }) => {
  await page.goto(paths.apiReference);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const { path } of Object.values(operations)) {
    const shown = page.locator('.opblock-summary-path', { hasText: path.split('/').at(-1) ?? path });
    await expect(shown.first()).toBeVisible();
  }
});

test('every page carries the security headers, with a policy of its own nonce', async ({
  request,
  asStaff,
}) => {
  const rm = await asStaff('rm');
  const nonces = new Set<string>();
  const pages = [
    paths.signIn,
    paths.apiReference,
    paths.setPassword,
    paths.acceptInvitation,
    '/no-such-page',
  ];
  const answers = await Promise.all([
    ...pages.map((path) => request.get(path)),
    ...[paths.customers, paths.newCustomer, paths.users].map((path) => rm.request.get(path)),
  ]);
  for (const answer of answers) {
    const headers = answer.headers();
    expect(headers, answer.url()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    const scripts = /script-src ([^;]*)/.exec(headers['content-security-policy'] ?? '')?.[1] ?? '';
    expect(scripts, answer.url()).not.toContain('unsafe');
    nonces.add(/'nonce-([^']+)'/.exec(scripts)?.[1] ?? '');
  }
  expect(nonces.size).toBe(answers.length);
  expect(nonces).not.toContain('');
});
