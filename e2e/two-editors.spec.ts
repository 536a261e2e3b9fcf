import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { box, expectSaved } from './fixtures/capture';
import { asCustomer, type Case, CaseApi, comeBack } from './fixtures/cases';
import { holdScripts } from './fixtures/slow';
import { expect, test } from './fixtures/test';

// A line that a test takes away, perhaps in the middle of a look for changes.
test.use({ expectedConsole: [/ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED)/] });

const FIELD = 'Tax identification number';
const STEP = 'Funds and tax';

/** What the server holds as the answer that these tests change. */
async function onRecord(api: CaseApi, { submissionId }: Case): Promise<unknown> {
  const { answers } = await api.profile(submissionId);
  const given = answers as { field?: { name?: string }; textValue?: unknown }[];
  return given.find(({ field }) => field?.name === 'TaxNumber')?.textValue;
}

/** Goes to the page of the form that these tests change. */
async function openStep(page: Page, form: string): Promise<void> {
  await page.goto(form);
  await page
    .getByRole('navigation', { name: 'Steps of the form' })
    .first()
    .getByRole('link', { name: STEP })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: STEP })).toBeFocused();
}

test('two people on one page see each other’s changes, and choose where both changed one answer', async ({
  asStaff,
  asVisitor,
  request,
}) => {
  const api = await CaseApi.open(request);
  const person = await api.addPerson('Twice', 'Edited');
  await api.answerAll(person.submissionId);
  const [rm, customer] = [await asStaff('rm'), await asVisitor()];
  await asCustomer(await asStaff('admin'), customer, person);
  await openStep(rm, paths.capture(person.submissionId));
  await openStep(customer, paths.portalForm);

  await test.step('an answer that nobody touches here updates by itself, with a mark', async () => {
    await box(customer, FIELD).fill('AE-BY-CUSTOMER');
    await expectSaved(customer);
    await comeBack(rm);
    await expect(box(rm, FIELD)).toHaveValue('AE-BY-CUSTOMER');
    await expect(rm.getByText(/^Changed by the customer at \d\d:\d\d$/)).toBeVisible();
  });

  await test.step('the second one to change an answer chooses, and keeps their own', async () => {
    // The customer's window hears of nothing until its own save is refused.
    let tell = () => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const data = (url: URL) => url.pathname === paths.data.portal.form;
    await customer.route(data, async (route) => {
      await told;
      await route.continue();
    });
    await box(rm, FIELD).fill('AE-BY-RANIA');
    await expectSaved(rm);
    const refused = customer.waitForResponse((one) => one.request().method() === 'POST');
    await box(customer, FIELD).fill('AE-AGAIN-CUSTOMER');
    await box(customer, FIELD).blur();
    await refused;
    tell();
    const choice = customer.getByRole('group', {
      name: /^Rania Haddad changed this at \d\d:\d\d, while you/,
    });
    await expect(choice).toContainText('AE-AGAIN-CUSTOMER');
    await expect(choice).toContainText('AE-BY-RANIA');
    expect(await onRecord(api, person)).toBe('AE-BY-RANIA');
    await choice.getByRole('button', { name: 'Keep mine' }).click();
    await expect(choice).toHaveCount(0);
    await expectSaved(customer);
    expect(await onRecord(api, person)).toBe('AE-AGAIN-CUSTOMER');
    await customer.unroute(data);
  });

  await test.step('or takes what the other one wrote', async () => {
    await comeBack(rm);
    await expect(box(rm, FIELD)).toHaveValue('AE-AGAIN-CUSTOMER');
    await customer.context().setOffline(true);
    await box(customer, FIELD).fill('AE-OFFLINE');
    await expect(customer.getByText(/^Offline: kept on this device/).first()).toBeVisible();
    await box(rm, FIELD).fill('AE-RANIA-LAST');
    await expectSaved(rm);
    await expect.poll(() => onRecord(api, person)).toBe('AE-RANIA-LAST');
    await customer.context().setOffline(false);
    const choice = customer.getByRole('group', { name: /^Rania Haddad changed this/ });
    await choice.getByRole('button', { name: 'Take theirs' }).click();
    await expect(box(customer, FIELD)).toHaveValue('AE-RANIA-LAST');
    await expect(choice).toHaveCount(0);
    expect(await onRecord(api, person)).toBe('AE-RANIA-LAST');
  });
});

test.describe('a line that comes and goes', () => {
  test('what is typed without a line is kept, outlives the window, and is sent when the line is back', async ({
    asStaff,
    asVisitor,
    request,
  }) => {
    const api = await CaseApi.open(request);
    const person = await api.addPerson('Offline', 'Typist');
    await api.answerAll(person.submissionId);
    const customer = await asVisitor();
    await asCustomer(await asStaff('admin'), customer, person);
    await openStep(customer, paths.portalForm);
    const context = customer.context();

    await context.setOffline(true);
    await box(customer, FIELD).fill('AE-WITHOUT-LINE');
    await expect(customer.getByText(/^Offline: kept on this device/).first()).toBeVisible();
    await context.setOffline(false);
    await expectSaved(customer);
    expect(await onRecord(api, person)).toBe('AE-WITHOUT-LINE');

    const address = customer.url();
    expect(address).toMatch(/\/portal\/form\/.+/);
    await context.setOffline(true);
    await box(customer, FIELD).fill('AE-WINDOW-CLOSED');
    await expect(customer.getByText(/^Offline: kept on this device/).first()).toBeVisible();
    await customer.close();
    expect(await onRecord(api, person)).toBe('AE-WITHOUT-LINE');
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto(address);
    await expect(box(later, FIELD)).toHaveValue('AE-WINDOW-CLOSED');
    await expectSaved(later);
    expect(await onRecord(api, person)).toBe('AE-WINDOW-CLOSED');
  });
});

test.describe('a session that ends while a form is filled in', () => {
  test.use({ expectedConsole: [/status of 401/] });

  test('keeps what was typed, and sends it after signing in again', async ({ asStaff, request }) => {
    const api = await CaseApi.open(request);
    const person = await api.addPerson('Session', 'Over');
    await api.answerAll(person.submissionId);
    const rm = await asStaff('rm');
    await openStep(rm, paths.capture(person.submissionId));
    const address = rm.url();
    await rm.context().clearCookies();
    await box(rm, FIELD).fill('AE-SESSION-OVER');
    const over = rm.getByRole('alert').filter({ hasText: 'Your session is over' });
    await expect(over).toContainText('What you typed is kept on this device.');
    await expect(box(rm, FIELD)).toHaveValue('AE-SESSION-OVER');
    expect(await onRecord(api, person)).toBe('AE-55-1203');
    await over.getByRole('link', { name: 'Sign in again' }).click();
    await rm.getByRole('button', { name: /^Sign in as Rania Haddad/ }).click();
    await expect(rm).toHaveURL(address);
    await expect(box(rm, FIELD)).toHaveValue('AE-SESSION-OVER');
    await expectSaved(rm);
    expect(await onRecord(api, person)).toBe('AE-SESSION-OVER');
  });
});

test('what is typed before the page’s script has come is kept and sent', async ({ asStaff, request }) => {
  const api = await CaseApi.open(request);
  const person = await api.addPerson('Early', 'Typist');
  await api.answerAll(person.submissionId);
  const rm = await asStaff('rm');
  await openStep(rm, paths.capture(person.submissionId));
  const release = await holdScripts(rm);
  await rm.reload({ waitUntil: 'commit' });
  await box(rm, FIELD).fill('AE-EARLY');
  const country = rm.getByRole('combobox', { name: 'Country of tax residence' });
  await country.fill('Portugal');
  release();
  await expect(rm.getByRole('option', { name: 'Portugal' })).toBeVisible();
  await country.press('Tab');
  await expectSaved(rm);
  await rm.reload();
  await expect(box(rm, FIELD)).toHaveValue('AE-EARLY');
  await expect(country).toHaveValue('Portugal');
});
