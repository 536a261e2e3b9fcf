import { paths } from '@/lib/paths';
import { downloadReport, freshEmail } from './fixtures/customers';
import { demoToken, personBody, urlOf } from './fixtures/kyc-client';
import { expect, test } from './fixtures/test';

test('the list is searched, filtered, sorted and paged, and its address is the view', async ({
  asStaff,
  request,
}) => {
  const headers = await demoToken(request);
  for (const who of ['one', 'two', 'three', 'four']) {
    const data = personBody(freshEmail(who));
    expect((await request.post(urlOf('addCustomer'), { data, headers })).status()).toBe(200);
  }
  const page = await asStaff('compliance');
  await page.goto(paths.customers);
  const rows = page.getByRole('row').filter({ has: page.locator('[data-row-link]') });
  await expect(rows).toHaveCount(25);
  await expect(page.getByText(/^\d+ customers$/)).toBeVisible();

  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(page.getByText('This is the last page')).toBeVisible();
  const last = await rows.first().innerText();
  await page.reload();
  await expect.poll(() => rows.first().innerText()).toBe(last);
  await page.getByRole('link', { name: 'First page' }).click();
  await expect(rows).toHaveCount(25);

  await page.getByRole('columnheader', { name: 'Name' }).getByRole('link').click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');

  await page.getByRole('button', { name: 'Risk' }).click();
  await page.getByRole('group', { name: 'Risk' }).getByRole('link', { name: 'High' }).click();
  await expect(page).toHaveURL(/risk=High/);
  await expect(page.getByRole('link', { name: 'Remove the filter Risk: High' })).toBeVisible();
  await expect(rows.first()).toContainText('High');
  await expect(rows.filter({ hasText: 'Low' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Remove the filter Risk: High' }).click();
  await expect(page).not.toHaveURL(/risk=/);

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('shchukina');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=shchukina/);
  await expect(page).toHaveURL(/sort=name/);
  await expect(rows).toHaveCount(1);
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Александра Щукина');
});

test('compliance reads a customer of high risk, and both the view and the download are on record', async ({
  asStaff,
}) => {
  const page = await asStaff('compliance');
  await page.goto(`${paths.customers}?risk=High&state=OnboardingAfterRejection&state=Onboarding`);
  await page.locator('[data-row-link]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  const region = (name: string) => page.getByRole('region', { name });
  await expect(region('Answers').getByText('Required, not answered').first()).toBeVisible();
  await expect(region('Answers').getByText(/required answers? (is|are) missing/)).toBeVisible();
  await expect(region('Risk').getByText('What the score is made of')).toBeVisible();
  await expect(
    region('Risk')
      .getByText(/\d points/)
      .first(),
  ).toBeVisible();
  await region('Documents').getByText('Details', { exact: true }).first().click();
  await expect(region('Documents').getByText('SHA-256').first()).toBeVisible();

  const report = await downloadReport(page);
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  for (const word of name.split(' ')) expect(report.text).toContain(word);
  await page.reload();
  const own = region('Activity').getByRole('listitem').filter({ hasText: 'Ingrid Solberg' });
  await expect(own.filter({ hasText: 'viewed the profile' }).first()).toBeVisible();
  await expect(own.filter({ hasText: 'downloaded the report' })).toHaveCount(1);
});
