import type { Locator, Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expectAccessibleEverywhere } from './fixtures/accessibility';
import { expect, test } from './fixtures/test';

/** The number at the end of a bar's words: `3`, `1,204 · 12%`. */
const numberIn = (text: string) => Number((/[\d,]+/.exec(text)?.[0] ?? '').replaceAll(',', ''));

async function home(page: Page): Promise<void> {
  await page.goto(paths.home);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.getByText('Loading…')).toHaveCount(0);
}

/**
 * Follows what carries a number to its list, which has to hold as many. The clock may open a review between the two looks, which takes
 * a customer from one list to another: then they are looked at again, and agree.
 */
async function expectSameCount(
  page: Page,
  { numbered, link }: { numbered: Locator; link: Locator },
  address: RegExp,
): Promise<void> {
  await expect(async () => {
    await home(page);
    const count = numberIn(await numbered.innerText());
    expect(count).toBeGreaterThan(0);
    await link.click();
    await expect(page).toHaveURL(address);
    await expect(page.getByText(new RegExp(`^${count} customers?$`))).toBeVisible({ timeout: 20_000 });
  }).toPass({ timeout: 120_000 });
}

/** The bar of a state in the onboarding panel. */
function barOf(page: Page, state: string) {
  const numbered = page
    .getByRole('list', { name: 'Customers by state' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: state, exact: true }) });
  return { numbered, link: numbered.getByRole('link') };
}

test('compliance begins at what waits, and each bar opens its customers', async ({ asStaff }) => {
  test.slow();
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
  await expectSameCount(page, { numbered: cell, link: cell }, /state=Approved&risk=/);
  await expectSameCount(page, barOf(page, 'Approved'), /state=/);
});

test('a relationship manager begins at the own customers and what they owe', async ({ asStaff }) => {
  const page = await asStaff('rm');
  await home(page);
  await expect(page.getByRole('heading', { level: 2, name: 'What they still owe' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Workload' })).toHaveCount(0);
  await expectSameCount(page, barOf(page, 'Onboarding'), /state=/);
});

test('an admin begins at the health of the product, without anybody’s risk', async ({ asStaff }) => {
  const page = await asStaff('admin');
  await home(page);
  const health = page.getByRole('list', { name: 'Health' });
  await expect(health.getByRole('link', { name: 'Users active' })).toContainText('5');
  await expect(page.getByText('Risk', { exact: false })).toHaveCount(0);
  await expectSameCount(page, barOf(page, 'Approved'), /state=/);
});

for (const who of ['compliance', 'rm', 'admin'] as const) {
  test(`the home page of ${who} is accessible`, async ({ asStaff }) => {
    const page = await asStaff(who);
    await home(page);
    await expectAccessibleEverywhere(page);
  });
}
