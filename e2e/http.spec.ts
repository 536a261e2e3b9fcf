import { createHash } from 'node:crypto';
import { operations } from '@/lib/kyc/contract/operations';
import { publishedSamples } from '@/lib/kyc/contract/samples';
import { paths } from '@/lib/paths';
import { CaseApi } from './fixtures/cases';
import { pdfFile } from './fixtures/files';
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

test('documents are uploaded, listed, downloaded and deleted with a token and nothing else', async ({
  request,
}) => {
  const api = await CaseApi.open(request);
  const { submissionId } = await api.addPerson('Over', 'Wire');
  const file = pdfFile('Licença nº 7.pdf', ['A licence']);
  const documentId = await api.upload(submissionId, 'CompanyLicense', file);
  const [listed] = await api.documents(submissionId);
  expect(listed).toMatchObject({
    id: documentId,
    originalFileName: 'Licença nº 7.pdf',
    documentTypeId: 'CompanyLicense',
    contentType: 'application/pdf',
    fileSizeInBytes: file.buffer.byteLength,
    shA256Hash: createHash('sha256').update(file.buffer).digest('hex'),
  });

  const { headers } = api;
  const parameters = { submissionId, documentId };
  const download = await request.get(api.url('downloadDocument', parameters), { headers });
  expect((await download.body()).equals(file.buffer)).toBe(true);
  expect(download.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringContaining("filename*=UTF-8''Licen%C3%A7a%20n%C2%BA%207.pdf"),
    'x-content-type-options': 'nosniff',
  });

  const refused = await request.post(api.url('uploadDocuments', { submissionId }), {
    headers,
    multipart: {
      OriginalFileName: 'a.pdf',
      FileContent: { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no PDF at all') },
    },
  });
  expect(await refused.json()).toMatchObject({
    statusCode: 415,
    messages: [expect.stringMatching(/^FileContent/)],
    result: null,
  });

  const documents = api.url('deleteDocuments', { submissionId });
  const gone = await request.delete(`${documents}?ids=${documentId}`, { headers });
  expect(await gone.json()).toMatchObject({ statusCode: 200 });
  expect(await api.documents(submissionId)).toEqual([]);
  expect((await request.get(api.url('downloadDocument', parameters), { headers })).status()).toBe(404);
});

test('answers are saved and submitted with a token; what is missing is named, and what is sent is closed', async ({
  request,
}) => {
  const api = await CaseApi.open(request);
  const { submissionId } = await api.addPerson('Sent', 'Wire');
  const { headers } = api;
  const url = api.url('submitSubmission', { submissionId });
  const early = await request.post(url, { headers });
  expect(await early.json()).toMatchObject({
    statusCode: 400,
    messages: expect.arrayContaining(['Contact_Reach_MobileNumber: is required']),
  });
  const phone = (textValue: string) => ({
    data: {
      submissionId,
      answers: [{ fqName: 'Contact_Reach_MobileNumber', answer: { fieldTypeId: 'Phone', textValue } }],
    },
    headers,
  });
  const wrong = await request.post(api.url('saveAnswers'), phone('050 123'));
  expect(await wrong.json()).toMatchObject({
    statusCode: 400,
    messages: [expect.stringMatching(/^answers\[0\]\.answer\.textValue: /)],
  });
  await api.answerAll(submissionId);
  await api.submit(submissionId);
  const { submission } = await api.profile(submissionId);
  expect(submission).toMatchObject({ kycState: 'ComplianceReview', onboardingProgress: 100 });
  const late = await request.post(api.url('saveAnswers'), phone('+971500000000'));
  expect(await late.json()).toMatchObject({ statusCode: 409, result: null });
});

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
