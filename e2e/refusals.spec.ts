import type { APIRequestContext, Page } from '@playwright/test';
import { DEMO_PASSWORD } from '@/lib/demo-accounts';
import { newId } from '@/lib/new-id';
import type { OutboxList } from '@/lib/outbox';
import { paths } from '@/lib/paths';
import { customerId } from './fixtures/customers';
import { signInAt } from './fixtures/staff';
import { expect, test } from './fixtures/test';

/** A customer of the other relationship manager. */
const FOREIGN = 'a.shchukina@mail.example';
/** One of a relationship manager's own. */
const CUSTOMER = 'beatriz.carvalho@mail.example';
const UNKNOWN_ID = '01990000-0000-7000-8000-000000000000';

/** What a visitor sees of a page: its status, its title and its words. */
async function face(page: Page, path: string) {
  const response = await page.goto(path);
  // Next puts the page that refuses, and its title, in place of an empty one.
  await expect(
    page.getByRole('heading', { level: 1, name: /^(Page not found|Not for your role)$/ }),
  ).toBeVisible();
  await expect(page).toHaveTitle(response?.status() === 404 ? /^Page not found/ : /\S/);
  return {
    status: response?.status(),
    title: await page.title(),
    words: await page.getByRole('main').innerText(),
  };
}

/** What a data route answers, without what differs from request to request by its nature. */
async function answer(request: APIRequestContext, path: string) {
  const response = await request.get(path);
  const body = (await response.text()).replace(/"requestId":"[^"]+"/, '"requestId":"…"');
  return { status: response.status(), type: response.headers()['content-type'], body };
}

test.use({ expectedConsole: [/status of (403|404)/] });

test('a foreign customer is as unknown as one that does not exist, by page and by data route', async ({
  asStaff,
}) => {
  const [rm, compliance] = [await asStaff('rm'), await asStaff('compliance')];
  const foreign = await customerId(compliance.request, FOREIGN);
  const unknown = await face(rm, paths.customer(UNKNOWN_ID));
  expect(unknown).toMatchObject({ status: 404, title: expect.stringContaining('Page not found') });
  expect(await face(rm, paths.customer(foreign))).toEqual(unknown);
  for (const path of [paths.data.customer, paths.data.report, paths.data.activity]) {
    const refused = await answer(rm.request, path(UNKNOWN_ID));
    expect(refused.status).toBe(404);
    expect(await answer(rm.request, path(foreign))).toEqual(refused);
  }
  expect(await answer(compliance.request, paths.data.customer(foreign))).toMatchObject({ status: 200 });
});

test('a role gets neither the pages nor the data of another', async ({ asStaff }) => {
  const [rm, admin] = [await asStaff('rm'), await asStaff('admin')];
  for (const path of [paths.users, paths.outbox, paths.outboxMail(UNKNOWN_ID), paths.jobs]) {
    const refused = await face(rm, path);
    expect(refused).toMatchObject({ status: 403, words: expect.stringContaining('Not for your role') });
  }
  for (const path of [paths.data.users, paths.data.outbox, paths.data.jobs]) {
    expect(await answer(rm.request, path)).toMatchObject({ status: 403 });
  }
  expect(await face(admin, paths.newCustomer)).toMatchObject({ status: 403 });
  const id = await customerId(admin.request, FOREIGN);
  for (const path of [paths.data.customer(id), paths.data.report(id)]) {
    expect(await answer(admin.request, path)).toMatchObject({ status: 403 });
  }
});

test('the parts of compliance and of the admin are closed to whom they are not for', async ({ asStaff }) => {
  const [rm, compliance, admin] = [await asStaff('rm'), await asStaff('compliance'), await asStaff('admin')];
  const own = await customerId(rm.request, CUSTOMER);
  const closed = [
    [rm, [paths.queue, paths.caseSettings, paths.reasons, paths.riskModel, paths.riskModelVersion(1)]],
    [rm, [paths.versions(own), paths.audit]],
    [compliance, [paths.reasons, paths.users, paths.jobs]],
    [admin, [paths.queue, paths.reviews, paths.riskModel, paths.riskModelVersion(1), paths.versions(own)]],
  ] as const;
  for (const [page, pages] of closed) {
    for (const path of pages) {
      const refused = await face(page, path);
      expect(refused, path).toMatchObject({
        status: 403,
        words: expect.stringContaining('Not for your role'),
      });
    }
  }
  const {
    cases,
    caseCounts,
    riskModel,
    riskModelVersion,
    reasons,
    versions,
    notes,
    case: theCase,
  } = paths.data;
  const routes = [
    [rm, [cases, caseCounts, riskModel, riskModelVersion(1), reasons, versions(own)]],
    [compliance, [reasons]],
    [admin, [cases, caseCounts, riskModel, riskModelVersion(1), versions(own), notes(own), theCase(own)]],
  ] as const;
  for (const [page, paths] of routes) {
    for (const path of paths) expect(await answer(page.request, path), path).toMatchObject({ status: 403 });
  }
});

test('an action sent by somebody whose role does not hold it is refused, and does nothing', async ({
  asStaff,
  asVisitor,
}) => {
  const admin = await asStaff('admin');
  const id = await customerId(admin.request, CUSTOMER);
  await admin.goto(paths.customer(id));
  await admin.getByRole('button', { name: 'Send password link' }).click();
  const alert = admin.getByRole('alertdialog');
  await alert.getByRole('textbox', { name: 'Reason' }).fill('The one that may be sent');
  const sending = admin.waitForRequest((request) => 'next-action' in request.headers());
  await alert.getByRole('button', { name: 'Send the link' }).click();
  const sent = await sending;
  await expect(admin.getByText('The password link is on its way')).toBeVisible();
  // The clock may write to other customers meanwhile.
  const mails = async () => {
    const outbox = (await (await admin.request.get(paths.data.outbox)).json()) as OutboxList;
    return outbox.mails.filter(({ recipient }) => recipient === CUSTOMER);
  };
  // Its own mail is still on its way to where it stays.
  await expect.poll(async () => (await mails()).map(({ state }) => state)).not.toContain('queued');
  const before = await mails();

  const all = sent.headers();
  const kept = ['accept', 'content-type', 'next-action', 'next-router-state-tree', 'origin'];
  const headers = Object.fromEntries(kept.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
  const data = (sent.postData() ?? '').replace(/"attempt":"[^"]+"/, `"attempt":"${newId()}"`);
  const replay = async (page: Page) => {
    const response = await page.request.post(sent.url(), { headers, data, maxRedirects: 0 });
    return response.text();
  };
  expect(await replay(await asStaff('rm'))).toContain('"code":403');
  expect(await replay(await asStaff('compliance'))).toContain('"code":403');
  expect(await replay(await asVisitor())).toContain('"code":401');
  expect(await mails()).toEqual(before);
});

test('a visitor is asked to sign in and then comes to the page asked for, and to none elsewhere', async ({
  asVisitor,
}) => {
  const page = await asVisitor();
  for (const path of [paths.data.customers, paths.data.customer(UNKNOWN_ID), paths.data.users]) {
    expect((await page.request.get(path)).status()).toBe(401);
  }
  await page.goto(`${paths.customers}?kind=LegalCustomer&sort=name`);
  await expect(page.getByText('Sign in to go on to the page you asked for.')).toBeVisible();
  await page.getByRole('button', { name: /^Sign in as Marc Delacroix/ }).click();
  await expect(page).toHaveURL(`${paths.customers}?kind=LegalCustomer&sort=name`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.goto(`${paths.signIn}?callbackUrl=${encodeURIComponent('https://elsewhere.example/')}`);
  await expect(page).toHaveURL(paths.home);
  await page.getByRole('button', { name: 'Marc Delacroix, account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect((await page.request.get(paths.data.customers)).status()).toBe(401);
});

test.describe('signing in with what is wrong', () => {
  test.use({ expectedConsole: [/status of 401/] });

  test('says the same of an account and of an address that has none, also when it is paused', async ({
    asStaff,
    asVisitor,
    product,
  }) => {
    // Signs in before the pause, for the journeys of this product that come after it.
    await asStaff('compliance2');
    const said = async (email: string) => {
      const page = await asVisitor();
      for (let attempt = 1; attempt < 5; attempt += 1) {
        const refused = signInAt(product.url, page.context(), email, `wrong-${attempt}`);
        await expect(refused).rejects.toThrow(/not signed in/);
      }
      await page.goto(paths.signIn);
      await page.getByLabel('E-mail address').fill(email);
      const words: string[] = [];
      for (const [password, expected] of [
        ['wrong-5', 'The e-mail address or the password is not right'],
        [DEMO_PASSWORD, 'Signing in is paused after several wrong tries'],
      ] as const) {
        await page.getByLabel('Password').fill(password);
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        const summary = page.getByRole('group', { name: 'It was not sent' });
        await expect(summary).toContainText(expected);
        words.push((await summary.innerText()).replace(/after \d.*?;/, 'after …;'));
      }
      return words;
    };
    expect(await said('compliance2@demo.example')).toEqual(await said('nobody@demo.example'));
  });
});
