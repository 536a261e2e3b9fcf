import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expectAccessible } from './fixtures/accessibility';
import { customerId } from './fixtures/customers';
import { linkInMail } from './fixtures/mail';
import { expect, test } from './fixtures/test';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

// A page that refuses or is not there is an error to the browser.
test.use({ expectedConsole: [/status of (403|404)/] });
test.describe.configure({ mode: 'parallel' });

/** Checks a page at a desk in both themes, and on a phone, where it must not scroll sideways either. */
async function check(page: Page, path: string, heading: RegExp | string): Promise<void> {
  await page.setViewportSize(DESK);
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Loading…' })).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, `${path} is too wide for a phone`).toBeLessThanOrEqual(0);
  await expectAccessible(page, ['light']);
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
  await page.goto(paths.portalSignIn);
  await page.getByRole('button', { name: 'Sign in as ليلى الخطيب' }).click();
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
  const rm = await asStaff('rm');
  await check(rm, paths.customer(await customerId(rm.request, 'layla.alkhatib@mail.example')), 'ليلى الخطيب');
  await check(rm, '/customers/no-such-customer', 'Page not found');
  const compliance = await asStaff('compliance');
  const id = await customerId(compliance.request, 'office@blackwater.example');
  await check(compliance, paths.customer(id), 'Blackwater Nominees (BVI) Ltd');
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
