import { operations } from '@/lib/kyc/contract/operations';
import { paths, withQuery } from '@/lib/paths';
import { API_CLIENT, type Ground } from './ground';
import type { Target } from './measure';
import { pagesOf } from './pdf';
import { ONE_PAGE, questionsOf } from './subjects';

type Request = Target['request'];

/** One line of the table: what is asked of the product, of the floor, or of both by turns. */
export type Row = {
  name: string;
  /** The least part of the floor's rate that the product is to reach. */
  goal?: number;
  product?: Request;
  floor?: Request;
  connections: number;
};

const CONNECTIONS = 16;

/** What is measured, as a running product answers it. */
export type Subject = {
  token: string;
  /** The profile's answer, in bytes. */
  profileBytes: number;
  reportPages: number;
  /** The profile behind the report. */
  reported: unknown;
};

const base = '/api';
const bySubmission = (path: string, id: string) =>
  `${base}${path.replace('{submissionId}', encodeURIComponent(id))}`;
const profilePath = (id: string) => bySubmission(operations.getIndividualProfile.path, id);
const reportPath = (id: string) => bySubmission(operations.downloadIndividualProfilePdf.path, id);

/** Signs in to a running product and looks at what is to be measured. */
export async function look(origin: string, { profileOf, reportOf }: Ground): Promise<Subject> {
  const token = await appToken(origin);
  const get = (path: string) => asked(`${origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const profile = await get(profilePath(profileOf));
  const report = await get(reportPath(reportOf));
  const reported = (await (await get(profilePath(reportOf))).json()) as { result: unknown };
  return {
    token,
    profileBytes: (await profile.arrayBuffer()).byteLength,
    reportPages: await pagesOf(new Uint8Array(await report.arrayBuffer())),
    reported: reported.result,
  };
}

async function appToken(origin: string): Promise<string> {
  const answer = await asked(`${origin}${base}${operations.getAppToken.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(API_CLIENT),
  });
  return ((await answer.json()) as { result: { token: string } }).result.token;
}

/** Fetches, and throws where the answer is no 200. */
export async function asked(url: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(url, { redirect: 'manual', ...init });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

/** The lines of the table, in their order. */
export function rowsOf(ground: Ground, { token, profileBytes, reportPages }: Subject): Row[] {
  const bearer = { authorization: `Bearer ${token}` };
  const posted = { ...bearer, 'content-type': 'application/json', 'idempotency-key': '[unique]' };
  const body = JSON.stringify({
    employeeId: ground.employeeId,
    formId: ground.formId,
    userType: 'IndividualCustomer',
    customerEmail: '[unique]@bench.example',
    customerMobileNumber: '',
    sendEmail: true,
    individualCustomer: { firstName: 'Amina', lastName: 'Haddad' },
  });
  const headers = { cookie: ground.cookies.compliance_officer };
  const list = (view: Record<string, string>) => ({ path: withQuery(paths.data.customers, view), headers });
  return [
    { name: 'a plain file (static floor)', floor: { path: '/plain.txt' }, connections: CONNECTIONS },
    {
      name: `GetIndividualProfile, ${(profileBytes / 1024).toFixed(1)} KB`,
      goal: 0.6,
      floor: { path: `/select/${ground.floorKey}` },
      product: { path: profilePath(ground.profileOf), headers: bearer },
      connections: CONNECTIONS,
    },
    {
      name: 'GetIndividualProfile, 200 answers, 50 documents',
      floor: { path: `/select/${ground.floorKey}` },
      product: { path: profilePath(ground.largeOf), headers: bearer },
      connections: CONNECTIONS,
    },
    {
      name: 'saving a page of 25 answers, one at a time',
      floor: { method: 'POST', path: '/insert', headers: posted, body },
      product: {
        method: 'POST',
        path: `${base}${operations.saveAnswers.path}`,
        headers: posted,
        body: pageBody(ground.pageOf),
      },
      connections: 1,
    },
    {
      name: 'AddCustomer',
      goal: 0.4,
      floor: { method: 'POST', path: '/insert', headers: posted, body },
      product: { method: 'POST', path: `${base}${operations.addCustomer.path}`, headers: posted, body },
      connections: CONNECTIONS,
    },
    {
      name: 'the list, 25 rows',
      goal: 0.5,
      floor: { path: '/list' },
      product: list({}),
      connections: CONNECTIONS,
    },
    { name: 'the list, a deep page', product: list({ after: ground.deepPlace }), connections: CONNECTIONS },
    { name: 'search, one customer', product: list({ q: 'okafor-123' }), connections: CONNECTIONS },
    { name: 'search, a common name', product: list({ q: 'haddad' }), connections: CONNECTIONS },
    {
      name: `the PDF over HTTP, ${reportPages} pages, one at a time`,
      product: { path: reportPath(ground.reportOf), headers: bearer },
      connections: 1,
    },
  ];
}

/** A page's answers, other ones each time. */
function pageBody(submissionId: string): string {
  const answers = questionsOf(ONE_PAGE).map((fqName) => ({
    fqName,
    answer: { fieldTypeId: 'TextArea', textValue: 'Income from trade in grain, told anew as [unique]' },
  }));
  return JSON.stringify({ submissionId, answers });
}
