import type { Page } from '@playwright/test';
import { CASE_TABS } from '@/lib/kyc/cases';
import { paths, withQuery } from '@/lib/paths';
import {
  expectAccessible,
  expectAccessibleAtEachSize,
  expectAccessibleEverywhere,
} from './fixtures/accessibility';
import { box, goOn, isDrawn } from './fixtures/capture';
import { type Case, CaseApi } from './fixtures/cases';
import { customerId } from './fixtures/customers';
import { pdfFile, pictureFile } from './fixtures/files';
import { linkInMail } from './fixtures/mail';
import { enterAsDemoCustomer } from './fixtures/portal';
import { expect, test } from './fixtures/test';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

// A page that refuses or is not there is an error to the browser.
test.use({ expectedConsole: [/status of (403|404|415)|ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED)/] });
// A scan takes a moment for each theme and size of each page: on a slow machine that adds up.
test.describe.configure({ mode: 'parallel', timeout: 270_000 });

/** Checks a page in both themes, at a desk and on a phone, where it must not scroll sideways either. */
async function check(page: Page, path: string, heading: RegExp | string): Promise<void> {
  await page.setViewportSize(DESK);
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Loading…' })).toHaveCount(0);
  await expectAccessibleEverywhere(page);
}

/** A customer with a passport and a proof of address. */
async function withDocuments(api: CaseApi, lastName: string): Promise<Case> {
  const person = await api.addPerson('Axe', lastName);
  await api.upload(person.submissionId, 'Passport', await pictureFile('passport.jpg'));
  await api.upload(person.submissionId, 'ProofofAddress', pdfFile('bill.pdf', ['One', 'Two']));
  return person;
}

test('the pages of a visitor are accessible', async ({ asVisitor }) => {
  const page = await asVisitor();
  await check(page, paths.signIn, 'Sign in');
  await check(page, paths.setPassword, 'This address is not complete');
  await check(page, `${paths.setPassword}#no-such-link`, 'This link does not work any more');
  await check(page, paths.apiReference, /^KYC API/);
  await check(page, paths.portalSignIn, 'Sign in to your pages');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toBeFocused();
  await expectAccessible(page);
  await check(page, paths.portalLink, 'Have a link sent to you');
});

test("the pages of a customer are accessible, and none of the staff's opens", async ({ asVisitor }) => {
  const page = await asVisitor();
  await enterAsDemoCustomer(page, 'ليلى الخطيب');
  await check(page, paths.portal, 'Welcome, ليلى الخطيب');
  await expect(page.getByRole('heading', { name: 'We need one thing from you again' })).toBeVisible();
  await check(page, paths.portalDocuments, 'Your documents');
  await check(page, `${paths.portal}/nothing-here`, 'There is nothing at this address');
  await page.goto(paths.customers);
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
});

test('the pages of a relationship manager are accessible', async ({ asStaff }) => {
  const page = await asStaff('rm');
  await check(page, paths.customers, 'Customers');
  await check(page, `${paths.customers}?q=nobody-is-called-this`, 'Customers');
  await check(page, paths.newCustomer, 'New customer');
  await page.getByRole('button', { name: 'Create customer' }).click();
  await expect(page.getByRole('group', { name: 'It was not sent' })).toBeFocused();
  await expectAccessible(page);
  await check(page, paths.users, 'Not for your role');
});

test('a profile is accessible to those who read it', async ({ asStaff }) => {
  test.slow();
  const rm = await asStaff('rm');
  await check(rm, paths.customer(await customerId(rm.request, 'layla.alkhatib@mail.example')), 'ليلى الخطيب');
  await check(rm, '/customers/no-such-customer', 'Page not found');
  const compliance = await asStaff('compliance');
  const id = await customerId(compliance.request, 'office@blackwater.example');
  await check(compliance, paths.customer(id), 'Blackwater Nominees (BVI) Ltd');
  await compliance.setViewportSize(PHONE);
  const parts = compliance.getByRole('navigation', { name: 'Parts of the profile' }).getByRole('button');
  await expect(parts.first()).toBeVisible();
  for (const part of await parts.all()) {
    await part.click();
    await expect(part).toHaveAttribute('aria-pressed', 'true');
    await expectAccessible(compliance, undefined, 'main');
  }
});

test('every tab of the queue is accessible, with cases in it and without', async ({ asStaff }) => {
  test.slow();
  const page = await asStaff('compliance');
  for (const tab of CASE_TABS) {
    await page.setViewportSize(DESK);
    await page.goto(withQuery(paths.queue, { tab }));
    await expect(page.getByRole('main').locator('[aria-current=page]')).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'Loading…' })).toHaveCount(0);
    await expectAccessible(page, undefined, 'main');
    await page.setViewportSize(PHONE);
    await expectAccessible(page, undefined, 'main');
  }
});

test('the pages of an admin are accessible', async ({ asStaff }) => {
  const page = await asStaff('admin');
  const id = await customerId(page.request, 'hello@kilimo.example');
  await check(page, paths.customer(id), 'Kilimo Agritech Limited');
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: 'Send password link' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(page);
  await check(page, paths.employees, 'Employees');
  await check(page, paths.users, 'Users');
  await check(page, paths.jobs, 'Jobs');
});

test('the audit trail is accessible, full and empty', async ({ asStaff }) => {
  const [compliance, admin] = [await asStaff('compliance'), await asStaff('admin')];
  await check(compliance, paths.audit, 'Audit trail');
  await check(admin, `${paths.audit}?kind=settings&until=2020-01-01`, 'Audit trail');
});

test('the outbox, its mails and the pages that they lead to are accessible', async ({
  asStaff,
  asVisitor,
}) => {
  const admin = await asStaff('admin');
  const id = await customerId(admin.request, 'legal@solstice.example');
  await admin.goto(paths.customer(id));
  await admin.getByRole('button', { name: 'Send password link' }).click();
  await admin.getByRole('alertdialog').getByRole('textbox', { name: 'Reason' }).fill('To look at the page');
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Send the link' }).click();
  await expect(admin.getByText('The password link is on its way')).toBeVisible();
  const link = await linkInMail(admin, 'legal@solstice.example', 'Set your password');
  await check(admin, new URL(admin.url()).pathname, 'Set your password');
  await check(admin, paths.outbox, 'Outbox');
  const customer = await asVisitor();
  await check(customer, link, 'Set your password');
});

test('a form that is filled in on behalf of a company is accessible, its people and its review too', async ({
  asStaff,
}) => {
  test.slow();
  const rm = await asStaff('rm2');
  await rm.setViewportSize(DESK);
  await rm.goto(paths.capture(await customerId(rm.request, 'hello@kilimo.example')));
  const steps = rm.getByRole('navigation', { name: 'Steps of the form' }).first();
  const open = async (step: string) => {
    await steps.getByRole('link', { name: step }).click();
    await expect(rm.getByRole('heading', { level: 1, name: step })).toBeFocused();
  };
  await open('Ownership and control');
  await expect(rm.getByRole('figure', { name: 'Who owns what' }).locator('svg').first()).toBeVisible();
  await rm.getByRole('button', { name: 'Grace Njeri', exact: true }).first().click();
  await expect(rm.getByRole('textbox', { name: 'Full name' }).first()).toBeVisible();
  await expectAccessibleAtEachSize(rm);
  await open('Documents and declarations');
  await expectAccessibleAtEachSize(rm);
  await goOn(rm, 'Review and send');
  await expectAccessibleAtEachSize(rm);
});

test('the choice between two answers is accessible', async ({ asStaff, request }) => {
  const api = await CaseApi.open(request);
  const { submissionId } = await api.addPerson('Axe', 'Choice');
  await api.answerAll(submissionId);
  const rm = await asStaff('rm');
  await rm.goto(paths.capture(submissionId));
  const steps = rm.getByRole('navigation', { name: 'Steps of the form' }).first();
  await steps.getByRole('link', { name: 'Funds and tax' }).click();
  await rm.context().setOffline(true);
  await box(rm, 'Tax identification number').fill('AE-MINE');
  await expect(rm.getByText(/^Offline: kept on this device/).first()).toBeVisible();
  await expectAccessibleAtEachSize(rm);
  await api.save(submissionId, {
    FundsAndTax_Tax_TaxNumber: { fieldTypeId: 'Text', textValue: 'AE-THEIRS' },
  });
  await rm.context().setOffline(false);
  await expect(rm.getByRole('group', { name: /changed this at/ })).toBeVisible();
  await expectAccessibleAtEachSize(rm);
});

test('a document beside the answers, and asking for it again, are accessible', async ({
  asStaff,
  request,
}) => {
  const api = await CaseApi.open(request);
  test.slow();
  const { submissionId } = await withDocuments(api, 'Asked');
  await api.answerAll(submissionId);
  await api.submit(submissionId);
  const compliance = await asStaff('compliance');
  await compliance.setViewportSize(DESK);
  await compliance.goto(paths.customer(submissionId));
  await compliance.getByRole('button', { name: 'View: Proof of address' }).click();
  const viewer = compliance.getByRole('region', { name: /^Proof of address, version/ });
  await expect.poll(() => isDrawn(viewer.locator('canvas'))).toBe(true);
  await viewer.getByRole('button', { name: 'Keys of the preview' }).click();
  await expect(compliance.getByText('Previous, next document')).toBeVisible();
  await expectAccessible(compliance);
  await compliance.keyboard.press('Escape');
  await expectAccessibleAtEachSize(compliance);
  await viewer.getByRole('button', { name: 'Ask again: Proof of address' }).click();
  const dialog = compliance.getByRole('alertdialog');
  await dialog.getByLabel('What the customer reads').fill('');
  await dialog.getByRole('button', { name: 'Ask and send the mail' }).click();
  await expect(dialog.getByText('This is required.').first()).toBeVisible();
  await expectAccessibleAtEachSize(compliance);
  await dialog.getByLabel('What the customer reads').fill('Please send the second page too.');
  await dialog.getByRole('button', { name: 'Ask and send the mail' }).click();
  await expect(compliance.getByRole('region', { name: 'Asked for again' })).toBeVisible();
  await check(compliance, paths.customer(submissionId), 'Axe Asked');
});

test('adding and deleting documents are accessible', async ({ asStaff, request }) => {
  const { submissionId } = await withDocuments(await CaseApi.open(request), 'Added');
  const rm = await asStaff('rm');
  await rm.setViewportSize(DESK);
  await rm.goto(paths.customer(submissionId));
  const documents = rm.getByRole('region', { name: 'Documents' });
  await documents.getByText('Details', { exact: true }).first().click();
  await expect(documents.getByText('Viewed and downloaded').first()).toBeVisible();
  await documents.getByRole('button', { name: 'Delete: Passport' }).click();
  await expect(rm.getByRole('alertdialog', { name: 'Delete Passport?' })).toBeVisible();
  await expectAccessibleAtEachSize(rm);
  await rm.getByRole('button', { name: 'Keep it' }).click();
  await expectAccessibleAtEachSize(rm);

  await documents.getByRole('button', { name: 'Add', exact: true }).click();
  const dialog = rm.getByRole('dialog', { name: 'Add documents' });
  const pick = async (name: string, words: string) => {
    const picking = rm.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose files' }).click();
    await (await picking).setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(words) });
  };
  await pick('refused.pdf', 'no PDF at all');
  await dialog.getByLabel('Type of document').selectOption('W9');
  await dialog.getByRole('button', { name: 'Upload 1 file' }).click();
  await expect(dialog.getByText('Not taken')).toBeVisible();
  await pick('chosen.pdf', 'not sent yet');
  await dialog.getByRole('button', { name: 'Upload 1 file' }).click();
  await expect(dialog.getByText('Say what it is.')).toBeVisible();
  await expectAccessibleAtEachSize(rm);
});
