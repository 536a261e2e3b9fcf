import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expectAccessible, expectAccessibleAtEachSize } from './fixtures/accessibility';
import { choose, group } from './fixtures/capture';
import { freshEmail } from './fixtures/customers';
import { createCustomer, enterAsDemoCustomer, enterByMail } from './fixtures/portal';
import { expect, test } from './fixtures/test';

// A page that is not there is an error to the browser.
test.use({ expectedConsole: [/status of 404/] });
test.describe.configure({ mode: 'parallel' });

/** Checks a page by night at a desk and by day on a phone, which is each theme and each size once. */
async function check(page: Page, path: string, heading: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expectAccessibleAtEachSize(page, ['dark']);
}

/** The steps of the form that is open: where each one is, and what it is called. */
async function stepsOf(page: Page): Promise<{ path: string; name: string }[]> {
  const links = page.getByRole('navigation', { name: 'Steps of the form' }).first().getByRole('link');
  await expect(links.first()).toBeAttached();
  return links.evaluateAll((all) =>
    all.map((link) => ({
      path: link.getAttribute('href') ?? '',
      name: link.querySelector('bdi')?.textContent ?? '',
    })),
  );
}

/** Checks every step of the form, its review left out. */
async function checkSteps(page: Page): Promise<void> {
  await page.goto(paths.portalForm);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const steps = (await stepsOf(page)).filter(({ name }) => name !== '');
  expect(steps.length).toBeGreaterThan(3);
  for (const { path, name } of steps) await check(page, path, name);
}

test('the ways into the portal are accessible, also where they refuse', async ({ asVisitor }) => {
  const page = await asVisitor();
  const nobody = freshEmail('nobody');
  await check(page, paths.portalSignIn, 'Sign in to your pages');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Enter your password.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('E-mail address').fill(nobody);
  await page.getByLabel('Password').fill('not-a-password-of-anybody');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This did not work' })).toBeVisible();
  await expectAccessible(page);
  await check(page, paths.portalLink, 'Have a link sent to you');
  await page.getByLabel('E-mail address').fill(nobody);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await expectAccessibleAtEachSize(page, ['dark']);
});

test('a form that is still empty is accessible, also where it says what is missing', async ({
  asStaff,
  asVisitor,
}) => {
  test.slow();
  const [rm, admin, page] = [await asStaff('rm'), await asStaff('admin'), await asVisitor()];
  const email = freshEmail('axel');
  const person = { firstName: 'Axel', lastName: 'Able', email, form: 'Individual onboarding' };
  await createCustomer(rm, person);
  await enterByMail(admin, page, email, 'Axel Able');
  await check(page, paths.portal, 'Welcome, Axel Able');
  await checkSteps(page);
  await check(page, paths.portalReview, 'Review and send');
  await page.getByRole('link', { name: 'Change the answers on Personal details' }).click();
  await expect(page.getByText('This is required.').first()).toBeVisible();
  await choose(page, 'Which document do you identify yourself with?', 'National identity card');
  await expect(group(page, 'National identity card')).toBeVisible();
  await expectAccessibleAtEachSize(page, ['dark']);
  await check(page, paths.portalDocuments, 'Your documents');
  await check(page, `${paths.portal}/nothing-here`, 'There is nothing at this address');
});

test('a company’s form that is filled in is accessible, the chain of its owners too', async ({
  asVisitor,
}) => {
  test.slow();
  const page = await asVisitor();
  await enterAsDemoCustomer(page, 'Kilimo Agritech Limited');
  await check(page, paths.portal, 'Welcome, Kilimo Agritech Limited');
  await checkSteps(page);
  const ownership = (await stepsOf(page)).find(({ name }) => name === 'Ownership and control');
  await page.goto(ownership?.path ?? '');
  const owners = group(page, 'Owners');
  await owners.getByRole('button', { expanded: false }).first().click();
  await expect(owners.getByRole('textbox', { name: 'Share in percent' }).first()).toBeVisible();
  await expectAccessibleAtEachSize(page, ['dark']);
  await check(page, paths.portalReview, 'Review and send');
  await check(page, paths.portalDocuments, 'Your documents');
});

test('what is asked again is accessible', async ({ asVisitor }) => {
  const page = await asVisitor();
  await enterAsDemoCustomer(page, 'ليلى الخطيب');
  await check(page, paths.portal, 'Welcome, ليلى الخطيب');
  await check(page, paths.portalReview, 'Review and send');
  await check(page, paths.portalDocuments, 'Your documents');
});
