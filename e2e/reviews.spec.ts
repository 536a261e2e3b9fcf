import type { APIRequestContext, Page } from '@playwright/test';
import { paths, withQuery } from '@/lib/paths';
import { expectAccessibleAtEachSize, expectAccessibleEverywhere } from './fixtures/accessibility';
import { type Case, CaseApi } from './fixtures/cases';
import { expect, test } from './fixtures/test';

const rowsOf = (page: Page) => page.getByRole('row').filter({ has: page.locator('[data-row-link]') });

test('an admin sees what other months would do, and what becomes due by them opens by itself with its cause', async ({
  asStaff,
  start,
}) => {
  test.slow();
  // Opened reviews stay open, so the shared product's customers are left alone.
  const product = await start();
  const admin = await asStaff('admin', product);
  await admin.goto(paths.caseSettings);
  await admin.getByLabel('High risk').fill('0');
  await admin.getByRole('button', { name: 'See what it changes' }).click();
  await expect(admin.getByText('Enter a whole number from 1 to 120.')).toBeVisible();
  await expect(admin.getByLabel('High risk')).toBeFocused();
  for (const level of ['High', 'Medium', 'Low']) await admin.getByLabel(`${level} risk`).fill('1');
  await admin.getByRole('button', { name: 'See what it changes' }).click();
  await expect(admin.getByText(/With this, \d+ customers would be overdue/)).toBeVisible();
  await expectAccessibleEverywhere(admin);
  await expect(admin.getByText('Would become overdue, for example')).toHaveCount(0);

  const page = await asStaff('compliance', product);
  await page.goto(paths.reviews);
  await page.getByRole('link', { name: 'Try other months' }).click();
  for (const level of ['High', 'Medium', 'Low']) await page.getByLabel(`${level} risk`).fill('1');
  await page.getByRole('button', { name: 'See what it changes' }).click();
  await expect(page.getByText('Would become overdue, for example')).toBeVisible();
  await expectAccessibleAtEachSize(page);
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);

  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.getByText('Saved. The calendar of reviews follows.')).toBeVisible();
  await admin.reload();
  await expect(admin.getByLabel('Low risk')).toHaveValue('1');
  await admin.goto(withQuery(paths.audit, { kind: 'settings' }));
  await expect(admin.getByText('Months between reviews at high risk: from 12 to 1')).toBeVisible();

  const name = 'Emma Lindgren';
  await expect(async () => {
    await page.goto(`${paths.queue}?tab=all`);
    await expect(rowsOf(page).filter({ hasText: name })).toContainText('Review due', { timeout: 10_000 });
  }).toPass({ timeout: 150_000 });
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const risk = page.getByRole('region', { name: /^Risk/ });
  await expect(risk.getByText(/^Low risk: every month, counted from the decision of /)).toBeVisible();
  await expect(risk.getByText(/days overdue$/)).toBeVisible();
  await expect(page.getByText('opened the review that is due')).toBeVisible();
});

test('what is on record is narrowed by the address, keeps customers from an admin and is checked as a whole', async ({
  asStaff,
}) => {
  test.slow();
  const [admin, compliance] = [await asStaff('admin'), await asStaff('compliance')];
  await admin.goto(paths.audit);
  const kinds = admin.getByRole('navigation', { name: 'Kinds of event' });
  await expect(kinds.getByRole('link', { name: 'Customers' })).toHaveCount(0);
  await kinds.getByRole('link', { name: 'Sign-ins' }).click();
  await expect(admin).toHaveURL(/kind=signIns/);
  const person = admin.getByRole('combobox', { name: 'By', exact: true });
  await person.fill('priya');
  await person.press('Enter');
  await expect(person).toHaveValue('Priya Raman');
  await admin.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(admin).toHaveURL(/kind=signIns.*person=/);
  await expect(admin.getByRole('row', { name: /Priya Raman signed in/ }).first()).toBeVisible();
  await admin.goto(withQuery(paths.audit, { kind: 'customers' }));
  await expect(admin.getByText('Nothing is on record here')).toBeVisible();
  const check = admin.getByRole('button', { name: 'Check the record' });
  await expect(async () => {
    await admin.reload();
    await expect(check).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 150_000 });
  await check.click();
  await expect(admin.getByText(/^The record is whole: [\d,]+ events/)).toBeVisible();
  await compliance.goto(withQuery(paths.audit, { kind: 'customers' }));
  await expect(compliance.getByRole('row').nth(1).getByRole('link')).toBeVisible();
});

test('the reviews of a month are opened from the timeline, and the address is the view', async ({
  asStaff,
}) => {
  const page = await asStaff('compliance');
  await page.goto(paths.reviews);
  await expect(page.getByRole('heading', { level: 1, name: 'Reviews' })).toBeVisible();
  await expectAccessibleEverywhere(page);
  const timeline = page.getByRole('navigation', { name: 'Reviews by month' });
  const bar = timeline.getByRole('link', { name: /^\S+ \d{4}: [1-9]/ }).first();
  const said = (await bar.getAttribute('aria-label')) ?? '';
  const count = Number(/: (\d+)/.exec(said)?.[1]);
  await bar.click();
  await expect(page).toHaveURL(/\?month=\d{4}-\d{2}$/);
  await expect(rowsOf(page)).toHaveCount(count);
  await expect(timeline.getByRole('link', { name: said })).toHaveAttribute('aria-current', 'true');

  await page.getByLabel('Risk level').selectOption('High');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/month=.*level=High/);
  const high = Number(
    /: (\d+|no)/.exec((await timeline.locator('[aria-current]').getAttribute('aria-label')) ?? '')?.[1],
  );
  await expect(rowsOf(page)).toHaveCount(Number.isNaN(high) ? 0 : high);
  await page.reload();
  await expect(page.getByLabel('Risk level')).toHaveValue('High');

  await page.goto(withQuery(paths.reviews, { month: '2041-01' }));
  await expect(page.getByText('No review is due here.')).toBeVisible();
  await page.getByRole('link', { name: 'Show all reviews' }).click();
  await expect(page).toHaveURL(paths.reviews);
});

test('a relationship manager sees the reviews of the own customers alone', async ({ asStaff }) => {
  const page = await asStaff('rm');
  await page.goto(paths.reviews);
  await expect(page.getByRole('heading', { level: 1, name: 'Reviews of your customers' })).toBeVisible();
  await expect(page.getByLabel('Employee')).toHaveCount(0);
  const rows = rowsOf(page);
  await expect(rows.first()).toBeVisible();
  await expect(rows.filter({ hasNotText: 'Rania Haddad' })).toHaveCount(0);
  await expectAccessibleAtEachSize(page);
});

test('compliance compares two versions, each change marked by its weight', async ({ asStaff, request }) => {
  test.slow();
  const api = await CaseApi.open(request);
  const { submissionId, name } = await api.addPerson('Vera', 'Compared');
  const page = await asStaff('compliance');
  await page.goto(paths.versions(submissionId));
  await expect(page.getByText('There is one version only.')).toBeVisible();

  await api.answerAll(submissionId);
  await api.choose(submissionId, 'AboutThePerson_Person_PoliticallyExposed', 'yes');
  await api.save(submissionId, { FundsAndTax_Tax_TaxNumber: { fieldTypeId: 'Text', textValue: 'AE-55-9' } });
  await page.goto(paths.versions(submissionId));
  const options = page.getByLabel('Earlier version').getByRole('option');
  await expect(options.nth(1)).toBeAttached();
  const answered = await options.nth((await options.count()) - 2).getAttribute('value');
  await page.getByLabel('Earlier version').selectOption(answered);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`from=${answered}&to=\\d+`));
  const line = (label: string | RegExp) =>
    page
      .locator('section > div > div > div')
      .filter({ has: page.getByRole('heading', { level: 3, name: label }) });
  await expect(line('Risk level')).toContainText('High');
  await expect(line('Risk level')).toContainText('What moved the risk');
  await expect(line(/public function/)).toContainText('Moves the risk');
  await expect(line(/[Tt]ax.*number/)).toContainText('Material');
  await expect(line(/[Tt]ax.*number/)).toContainText('AE-55-1203');
  await expect(line(/[Tt]ax.*number/)).toContainText('AE-55-9');
  await expect(page.getByText('Date of birth')).toHaveCount(0);
  await page.getByRole('link', { name: 'Everything' }).click();
  await expect(page.getByText('Date of birth')).toBeVisible();
  await expectAccessibleAtEachSize(page);
  await page.getByRole('link', { name: `Back to ${name}` }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

/** What the dialog of a rejection offers as reasons. */
async function reasonsOffered(page: Page, { submissionId }: Case) {
  await page.goto(paths.customer(submissionId));
  await page.getByRole('group', { name: 'Decide' }).getByRole('button', { name: 'Reject…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Reject this customer?' });
  await expect(dialog.getByRole('option', { name: 'Identity could not be verified' })).toBeAttached();
  return dialog.getByRole('option').allInnerTexts();
}

async function sentIn(request: APIRequestContext): Promise<Case> {
  const api = await CaseApi.open(request);
  const person = await api.addPerson('Ines', 'Reasoned');
  await api.answerAll(person.submissionId);
  await api.submit(person.submissionId);
  return person;
}

test('a reason that an admin adds can be chosen, and one that is retired no longer', async ({
  asStaff,
  request,
}) => {
  test.slow();
  const person = await sentIn(request);
  const [admin, compliance] = [await asStaff('admin'), await asStaff('compliance')];
  const words = 'Refused to be seen in person';
  await admin.goto(paths.reasons);
  await expect(admin.getByRole('heading', { level: 2, name: 'To reject' })).toBeVisible();
  await expectAccessibleEverywhere(admin);
  await admin.getByRole('button', { name: 'Add a reason' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Add a reason' });
  await dialog.getByLabel('What it is for').selectOption({ label: 'To reject' });
  await dialog.getByLabel('Words').fill(words);
  await expectAccessibleAtEachSize(admin, ['light']);
  await dialog.getByRole('button', { name: 'Add the reason' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await reasonsOffered(compliance, person)).toContain(words);

  await admin.getByRole('button', { name: `Retire: ${words}` }).click();
  await expect(admin.getByRole('button', { name: `Restore: ${words}` })).toBeVisible();
  expect(await reasonsOffered(compliance, person)).not.toContain(words);
});
