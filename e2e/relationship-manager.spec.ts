import { DEMO_PASSWORD } from '@/lib/demo-accounts';
import { paths } from '@/lib/paths';
import {
  chooseForm,
  createdId,
  customerId,
  downloadReport,
  findCustomers,
  freshEmail,
  typePerson,
} from './fixtures/customers';
import { expect, test } from './fixtures/test';

test('a relationship manager signs in, creates a person once, opens the profile and takes the report', async ({
  asVisitor,
}) => {
  const page = await asVisitor();
  await page.goto(paths.newCustomer);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel('E-mail address').fill('rm@demo.example');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(paths.newCustomer);

  await expect(page.getByRole('combobox', { name: 'Employee' })).toHaveValue('Rania Haddad');
  const email = freshEmail('amira');
  await typePerson(page, { firstName: 'Amira', lastName: 'Journey', email });
  await page.getByRole('button', { name: 'Create customer' }).dblclick();
  const id = await createdId(page);
  await expect(page.getByText('The welcome e-mail is on its way.')).toBeVisible();
  expect(await findCustomers(page.request, email)).toHaveLength(1);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  // Said for a moment only.
  await Promise.all([
    expect(page.getByText('Copied', { exact: true })).toBeVisible(),
    page.getByRole('button', { name: 'Copy the submission id' }).click(),
  ]);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id);

  await page.getByRole('link', { name: 'Open the profile' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Amira Journey' })).toBeVisible();
  await expect(page.getByText('Required, not answered').first()).toBeVisible();
  await expect(page).toHaveTitle(/Amira Journey/);

  const report = await downloadReport(page);
  expect(report.fileName).toMatch(/^\d{4}-\d\d-\d\d \d{4}Z KYC profile - Amira Journey\.pdf$/);
  expect(report.text).toContain('Amira Journey');
  expect(report.text).toContain(id);
  expect(report.text).toContain('Rania Haddad');
});

test('a legal entity: what is wrong is said in a summary that leads to the field, and a likely duplicate before creating', async ({
  asStaff,
}) => {
  const page = await asStaff('rm');
  await page.goto(paths.newCustomer);
  await page.getByRole('radio', { name: /Legal entity/ }).check();
  await page.getByRole('textbox', { name: 'Mobile number' }).fill('050 123');
  await page.getByRole('button', { name: 'Create customer' }).click();

  const summary = page.getByRole('group', { name: 'It was not sent' });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(/fields need your attention/);
  await summary.getByRole('link', { name: /Registered name/ }).click();
  const name = page.getByLabel('Registered name');
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(
    summary.getByRole('link', { name: /Mobile number: Write it with the country code/ }),
  ).toBeVisible();

  await name.fill('Orion Bulion DMCC');
  await expect(page.getByText('This customer may exist already')).toBeVisible();
  await expect(page.getByText('Similar name')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Orion Bullion DMCC' })).toBeVisible();

  await name.fill('Harbour Light Shipping LLC');
  await expect(page.getByText('Similar name')).toBeHidden();
  await page.getByLabel('Registration number').fill('HLS-20931');
  await page.getByRole('textbox', { name: 'E-mail', exact: false }).fill('finance@meridian.example');
  await expect(page.getByText('Same e-mail: it will be refused')).toBeVisible();
  await page.getByRole('textbox', { name: 'Mobile number' }).fill('+971501234567');
  await chooseForm(page);
  await page.getByRole('button', { name: 'Create customer' }).click();
  await expect(summary).toContainText('A customer with this e-mail address exists already');

  await page.getByRole('textbox', { name: 'E-mail', exact: false }).fill(freshEmail('harbour'));
  await page.getByLabel('Send the welcome e-mail').uncheck();
  await page.getByRole('button', { name: 'Create customer' }).click();
  const id = await createdId(page);
  await expect(page.getByText('No welcome e-mail was sent, as you chose.')).toBeVisible();
  expect(await customerId(page.request, 'HLS-20931')).toBe(id);
});

test.describe('a session that ends while a customer is typed', () => {
  test.use({ expectedConsole: [/status of 401/] });

  test('loses nothing: neither by a reload nor by signing in again', async ({ asStaff }) => {
    const page = await asStaff('rm');
    await page.goto(paths.newCustomer);
    const email = freshEmail('kept');
    await typePerson(page, { firstName: 'Kept', lastName: 'Throughout', email });
    await page.reload();
    await expect(page.getByText('What you had typed before is back.')).toBeVisible();
    await expect(page.getByLabel('Last name')).toHaveValue('Throughout');
    await expect(page.getByRole('combobox', { name: 'Form' })).not.toHaveValue('');

    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Create customer' }).click();
    await expect(page.getByText(/^Your session is over\. What you typed is kept/).first()).toBeVisible();
    await expect(page.getByLabel('First name')).toHaveValue('Kept');
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await page.getByRole('button', { name: /^Sign in as Rania Haddad/ }).click();

    await expect(page).toHaveURL(paths.newCustomer);
    await expect(page.getByLabel('First name')).toHaveValue('Kept');
    await expect(page.getByLabel('Last name')).toHaveValue('Throughout');
    expect(await page.context().cookies()).not.toEqual(cookies);
    await page.getByRole('button', { name: 'Create customer' }).click();
    await createdId(page);
  });
});

test('the report of a customer with an Arabic name holds the name as it is written', async ({ asStaff }) => {
  const page = await asStaff('rm');
  await page.goto(paths.customers);
  await page.getByRole('searchbox').fill('layla.alkhatib@mail.example');
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('link', { name: 'ليلى الخطيب' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ليلى الخطيب');
  const report = await downloadReport(page);
  expect(report.fileName).toContain('ليلى الخطيب');
  // A PDF's reader gives the words of a right-to-left line last one first; each word comes as it is written.
  expect(report.text).toContain('الخطيب ليلى');
  expect(report.pages).toBeGreaterThan(1);
});
