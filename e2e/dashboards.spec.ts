import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expectAccessibleAtEachSize } from './fixtures/accessibility';
import { expect, test } from './fixtures/test';

/** The number at the end of a bar's words: `3`, `1,204 · 12%`. */
const numberIn = (text: string) => Number((/[\d,]+/.exec(text)?.[0] ?? '').replaceAll(',', ''));

async function home(page: Page): Promise<void> {
  await page.goto(paths.home);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.getByText('Loading…')).toHaveCount(0);
}

/** Follows a bar of the onboarding panel and compares its number with the list's. */
async function expectSameCount(page: Page, state: string): Promise<void> {
  const link = page.getByRole('link', { name: state, exact: true });
  const bar = page
    .getByRole('list', { name: 'Customers by state' })
    .getByRole('listitem')
    .filter({ has: link });
  const count = numberIn(await bar.innerText());
  expect(count).toBeGreaterThan(0);
  await bar.getByRole('link').click();
  await expect(page).toHaveURL(/state=/);
  await expect(page.getByText(new RegExp(`^${count} customers?$`))).toBeVisible();
}

test('compliance begins at what waits, and each bar opens its customers', async ({ asStaff }) => {
  const page = await asStaff('compliance');
  await home(page);
  for (const name of [
    'Age of the queue',
    'Workload',
    'Reviews due',
    'Risk mix',
    'Mentions of you',
    'Latest decisions',
  ]) {
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  }
  const waiting = page.getByRole('list', { name: 'What waits' });
  await expect(waiting.getByRole('link', { name: 'Overdue' })).toHaveAttribute('href', '/queue?tab=overdue');
  const row = page
    .getByRole('table', { name: 'Customers by state and risk' })
    .getByRole('row', { name: /^Approved/ });
  const cell = row.getByRole('link').first();
  const count = numberIn(await cell.innerText());
  await cell.click();
  await expect(page).toHaveURL(/state=Approved&risk=/);
  await expect(page.getByText(new RegExp(`^${count} customers?$`))).toBeVisible();
  await home(page);
  await expectSameCount(page, 'Approved');
});

test('a relationship manager begins at the own customers and what they owe', async ({ asStaff }) => {
  const page = await asStaff('rm');
  await home(page);
  await expect(page.getByRole('heading', { level: 2, name: 'What they still owe' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Workload' })).toHaveCount(0);
  await expectSameCount(page, 'Onboarding');
});

test('an admin begins at the health of the product, without anybody’s risk', async ({ asStaff }) => {
  const page = await asStaff('admin');
  await home(page);
  const health = page.getByRole('list', { name: 'Health' });
  await expect(health.getByRole('link', { name: 'Users active' })).toContainText('5');
  await expect(page.getByText('Risk', { exact: false })).toHaveCount(0);
  await expectSameCount(page, 'Approved');
});

for (const who of ['compliance', 'rm', 'admin'] as const) {
  test(`the home page of ${who} is accessible`, async ({ asStaff }) => {
    const page = await asStaff(who);
    await home(page);
    await expectAccessibleAtEachSize(page);
  });
}
