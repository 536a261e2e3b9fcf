import type { APIRequestContext } from '@playwright/test';
import { paths } from '@/lib/paths';
import { CaseApi } from './fixtures/cases';
import { customerId, freshEmail } from './fixtures/customers';
import { urlOf } from './fixtures/kyc-client';
import {
  CUSTOMER_PASSWORD,
  enterAsDemoCustomer,
  enterByMail,
  leavePortal,
  signInToPortal,
} from './fixtures/portal';
import { expect, test } from './fixtures/test';

const UNKNOWN_ID = '01990000-0000-7000-8000-000000000000';

/** What a route answers, without what differs from request to request by its nature. */
async function answer(request: APIRequestContext, path: string, method: 'get' | 'delete' = 'get') {
  const response = await request[method](path);
  const body = (await response.text()).replace(/"requestId":"[^"]+"/, '"requestId":"…"');
  return { status: response.status(), type: response.headers()['content-type'], body };
}

test('signing in says the same of a customer and of an address that nobody has, also when it is paused', async ({
  asStaff,
  asVisitor,
  request,
}) => {
  test.slow();
  const admin = await asStaff('admin');
  const page = await asVisitor();
  const nobody = freshEmail('nobody');
  const { email, name } = await (await CaseApi.open(request)).addPerson('Secrecy', 'Kept');
  await enterByMail(admin, page, email, name);
  await leavePortal(page);

  const said = async (address: string) => {
    const words: string[] = [];
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await page.goto(paths.portalSignIn);
      await signInToPortal(page, address, attempt < 6 ? `wrong-${attempt}` : CUSTOMER_PASSWORD);
      const refusal = page.getByRole('alert').filter({ hasText: 'This did not work' });
      await expect(refusal).toBeVisible();
      words.push((await refusal.innerText()).replace(/until .*?\. Tries/, 'until …. Tries'));
    }
    return words;
  };
  const ofCustomer = await said(email);
  expect(ofCustomer[0]).toContain('The e-mail address or the password is not right');
  expect(ofCustomer[5]).toContain('signing in is paused until …');
  expect(await said(nobody)).toEqual(ofCustomer);

  const wished = async (address: string) => {
    await page.goto(paths.portalLink);
    await page.getByLabel('E-mail address').fill(address);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
    return (await page.getByRole('main').innerText()).replaceAll(address, '…');
  };
  expect(await wished(nobody)).toEqual(await wished(email));
});

test('a customer opens nothing of the staff’s and nothing of another customer’s, and the staff nothing of theirs', async ({
  asStaff,
  asVisitor,
}) => {
  const compliance = await asStaff('compliance');
  const foreign = await customerId(compliance.request, 'hello@kilimo.example');
  const profile = await compliance.request.get(paths.data.customer(foreign));
  const { documents } = (await profile.json()) as { documents: { id: string }[] };
  const theirs = documents[0]?.id ?? '';
  expect(theirs).not.toBe('');

  const page = await asVisitor();
  await enterAsDemoCustomer(page, 'ليلى الخطيب');
  const own = await customerId(compliance.request, 'layla.alkhatib@mail.example');
  for (const id of [own, foreign]) {
    for (const path of [paths.customers, paths.customer(id), paths.capture(id), paths.users, paths.outbox]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: 'Sign in', exact: true })).toBeVisible();
    }
    for (const path of [
      ...[paths.data.customers, paths.data.customer(id), paths.data.report(id), paths.data.capture(id)],
      ...[paths.data.documentArchive(id), paths.data.document(id, theirs)],
      paths.data.documentPreview(id, theirs),
    ]) {
      expect((await page.request.get(path)).status(), path).toBe(401);
    }
    const profileOf = await page.request.get(urlOf('getIndividualProfile', id));
    expect(profileOf.status()).toBe(401);
  }

  const { document, documentPreview } = paths.data.portal;
  for (const path of [document, documentPreview]) {
    const unknown = await answer(page.request, path(UNKNOWN_ID));
    expect(unknown.status).toBe(404);
    expect(await answer(page.request, path(theirs))).toEqual(unknown);
  }
  const notThere = await answer(page.request, document(UNKNOWN_ID), 'delete');
  expect(await answer(page.request, document(theirs), 'delete')).toEqual(notThere);
  expect((await compliance.request.get(paths.data.document(foreign, theirs))).status()).toBe(200);

  for (const path of [paths.data.portal.form, paths.data.portal.documents, document(theirs)]) {
    expect((await compliance.request.get(path)).status(), path).toBe(401);
  }
  await compliance.goto(paths.portal);
  await expect(compliance.getByRole('heading', { level: 1, name: 'Sign in to your pages' })).toBeVisible();
});
