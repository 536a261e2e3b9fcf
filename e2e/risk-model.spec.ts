import type { Locator, Page, Request } from '@playwright/test';
import { paths, withQuery } from '@/lib/paths';
import { expectAccessibleAtEachSize } from './fixtures/accessibility';
import { expect, test } from './fixtures/test';

// A line that a test cuts.
test.use({ expectedConsole: [/ERR_FAILED/] });

const VERSION = paths.riskModelVersion(3);
const DIALOG = 'dialog[open]';
const NOTE = 'Medium begins earlier: too much of the book is Low.';

const titled = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const tableOf = (page: Page, factor: string) => page.getByRole('grid', { name: `Table of ${factor}` });
const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });

async function startDraft(page: Page): Promise<void> {
  await page.goto(paths.riskModel);
  await expect(titled(page, 'Risk model')).toBeVisible();
  await expectAccessibleAtEachSize(page);
  await button(page, 'Start a draft').click();
  await expect(titled(page, 'Version 3')).toContainText('Draft');
}

/** Has the row for legal entities of the first table of kinds ask for one kind in place of another. */
async function askFor(page: Page, kind: string, insteadOf: string): Promise<void> {
  const cell = tableOf(page, 'Kind of customer').getByRole('gridcell', { name: insteadOf, exact: true });
  await cell.last().click();
  const dialog = page.getByRole('dialog', { name: 'Kind of customer: what the row asks for' });
  await dialog.getByLabel(kind, { exact: true }).check();
  await dialog.getByLabel(insteadOf, { exact: true }).uncheck();
  await button(dialog, 'Take over').click();
  await expect(dialog).toHaveCount(0);
}

async function save(page: Page): Promise<void> {
  await button(page, 'Save the draft').click();
  await expect(page.getByText('Everything is saved.')).toBeVisible();
}

/** Opens the dialog of something that may be done with a version, and looks at it. */
async function begin(page: Page, deed: string): Promise<Locator> {
  await button(page, `${deed}…`).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toBeVisible();
  await expectAccessibleAtEachSize(page, undefined, DIALOG);
  return dialog;
}

/** A row that takes what another asks for, and what follows from it. */
async function breakAndMend(page: Page): Promise<void> {
  await askFor(page, 'Individual', 'Legal entity');
  const panel = page.getByRole('region', { name: 'Kind of customer' });
  const findings = panel.getByRole('list', { name: 'Findings' });
  await expect(findings).toContainText('Row 2 never counts: the rows above it take all that it asks for.');
  await expect(findings).toContainText('There are legal entities that no row answers');
  await save(page);
  await expect(page.getByText('2 errors to be put right before it can be proposed.')).toBeVisible();
  // A click would wait until it can be pressed.
  await button(page, 'Propose…').press('Enter');
  await expect(button(page, 'Propose…')).toHaveAccessibleDescription('2 errors have to be put right first.');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expectAccessibleAtEachSize(page);
  await askFor(page, 'Legal entity', 'Individual');
  await expect(findings).toHaveCount(0);
  await expect(page.getByText('The check finds no error.')).toBeVisible();
}

/** Tries the draft on everybody; resolves to those who would move from Low to Medium. */
async function tryOut(page: Page): Promise<string[]> {
  await button(page, 'Try on all customers').click();
  const panel = page.getByRole('region', { name: 'Try-out' });
  const said = await panel.getByText(/customers’ levels would move\./).innerText();
  const count = Number(/^\d+/.exec(said)?.[0]);
  await button(panel, `${count} from Low to Medium`).click();
  const list = panel.getByRole('table', { name: 'Who would move from Low to Medium' });
  await expect(list.getByRole('link')).toHaveCount(count);
  await expect(panel.getByText(`${count} of ${count} shown`)).toBeVisible();
  await expectAccessibleAtEachSize(page, undefined, '#trial');
  return list.getByRole('link').allInnerTexts();
}

/** Sends what somebody else's browser has just asked the server for as the person of this page. */
function sendAs(page: Page, request: Request) {
  const { cookie: _, ...headers } = request.headers();
  return page.request.post(request.url(), { headers, data: request.postDataBuffer() ?? '' });
}

test('a change of the risk model is tried on everybody, proposed, released by another, and assesses everybody anew', async ({
  asStaff,
  start,
}) => {
  // The longest of all: two people, and everybody assessed anew.
  test.setTimeout(600_000);
  // Its own product, because a release assesses every customer anew.
  const product = await start();
  const maker = await asStaff('compliance', product);
  const checker = await asStaff('compliance2', product);
  await startDraft(maker);

  await test.step('a row that never counts is named, and keeps the draft from being proposed', () =>
    breakAndMend(maker));

  const moved =
    await test.step('a threshold is moved, and what that does is tried on everybody', async () => {
      await maker.getByLabel('Medium begins at').fill('18');
      await save(maker);
      return tryOut(maker);
    });
  expect(moved).toContain('Tomáš Dvořák');

  await test.step('it is proposed with its reason, and whoever proposed it is offered no release', async () => {
    const dialog = await begin(maker, 'Propose');
    await button(dialog, 'Propose').click();
    const refusal = dialog.getByRole('group', { name: 'It was not sent' });
    await expect(refusal).toContainText('Say what it is about first.');
    await dialog.getByLabel('What changes, and why').fill(NOTE);
    await maker.route(VERSION, (route) => route.abort());
    await button(dialog, 'Propose').click();
    await expect(refusal).toContainText('The server could not be reached. What you typed is kept');
    await expect(refusal).toBeFocused();
    await maker.unroute(VERSION);
    await button(dialog, 'Propose').click();
    await expect(titled(maker, 'Version 3')).toContainText('Proposed');
    await expect(titled(maker, 'Version 3').locator(':focus')).toBeVisible();
    await expect(maker.getByText('You proposed it: a second person has to release it.')).toBeVisible();
    await expect(maker.getByRole('button', { name: /^(Release|Send back)/ })).toHaveCount(0);
  });

  await test.step('the second person sees what changes and why, and sends it back', async () => {
    await checker.goto(VERSION);
    await expect(checker.getByText(NOTE)).toBeVisible();
    const differences = checker.getByRole('region', { name: /^Differences to version 2/ });
    await expect(differences).toContainText('Medium begins at: 30 → 18');
    await expectAccessibleAtEachSize(checker);
    const dialog = await begin(checker, 'Send back');
    await dialog.getByLabel('What has to change').fill('Say what it is based on.');
    await button(dialog, 'Send back').click();
    await expect(titled(checker, 'Version 3')).toContainText('Draft');
  });

  await test.step('it is proposed anew', async () => {
    await maker.reload();
    await expect(maker.getByText('Say what it is based on.')).toBeVisible();
    await button(maker, 'Propose…').click();
    const dialog = maker.getByRole('alertdialog');
    await dialog.getByLabel('What changes, and why').fill(`${NOTE} Based on the losses of 2025.`);
    await button(dialog, 'Propose').click();
    await expect(titled(maker, 'Version 3')).toContainText('Proposed');
  });

  await test.step('the second person releases it; whoever proposed it is refused by the server', async () => {
    await checker.reload();
    const dialog = await begin(checker, 'Release');
    let refused = '';
    await checker.route(VERSION, async (route) => {
      refused = await (await sendAs(maker, route.request())).text();
      await route.continue();
    });
    await button(dialog, 'Release').click();
    await expect(titled(checker, 'Version 3')).toContainText('In force');
    expect(refused).toContain('A second person has to look at it: you proposed it yourself');
    await checker.unroute(VERSION);
  });

  await test.step('everybody is assessed by it, which the page shows to its end', async () => {
    await expect(checker.getByText(/^All \d+ customers were assessed by version 3\.$/)).toBeVisible();
    await checker.goto(paths.riskModel);
    await expect(checker.getByRole('row', { name: /Version 3 In force/ })).toContainText(
      'Released by Tomás Ferreira',
    );
  });

  await test.step('who moved has the new level everywhere, and the old one in the history', async () => {
    const name = 'Tomáš Dvořák';
    await maker.goto(withQuery(paths.queue, { tab: 'all' }));
    await expect(maker.getByRole('row').filter({ hasText: name })).toContainText('Medium');
    await maker.getByRole('link', { name }).click();
    const risk = maker.getByRole('region', { name: 'Risk', exact: true });
    await expect(risk.getByRole('link', { name: 'baseline, version 3' })).toBeVisible();
    await expect(risk.getByRole('listitem').filter({ hasText: 'A new model was released' })).toContainText(
      /Low.*Medium/s,
    );
    await maker.goto(withQuery(paths.customers, { q: name }));
    await expect(maker.getByRole('row').filter({ hasText: name })).toContainText('Medium');
  });
});

test('a draft is edited, saved and withdrawn by the keyboard alone', async ({ asStaff }) => {
  test.slow();
  const page = await asStaff('compliance');
  const { keyboard } = page;
  await page.goto(paths.riskModel);
  const start = button(page, 'Start a draft');
  await tabTo(page, start);
  await keyboard.press('Enter');
  await expect(titled(page, 'Version 3')).toContainText('Draft');
  const version = page.url();

  const weights = page.getByRole('table', { name: 'Weights' }).getByRole('row');
  const table = tableOf(page, 'Product');
  const cell = (row: number, column: number) => table.locator(`[data-cell="${row},${column}"]`);
  await test.step('a factor moves up, and the focus with it', async () => {
    await expect(weights.nth(3)).toContainText('Product');
    await tabTo(page, button(page, 'Move Product up'));
    await keyboard.press('Enter');
    await expect(weights.nth(2)).toContainText('Product');
    await expect(button(page, 'Move Product up')).toBeFocused();
    await keyboard.press('Enter');
    await expect(weights.nth(1)).toContainText('Product');
    await expect(button(page, 'Move Product down')).toBeFocused();
  });

  await test.step('arrows move in a table, and stay in it', async () => {
    await tabTo(page, cell(0, 0));
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowRight');
    await expect(cell(1, 1)).toBeFocused();
    await keyboard.press('End');
    await expect(cell(1, 2)).toBeFocused();
    await keyboard.press('Home');
    await keyboard.press('ArrowLeft');
    await expect(cell(1, 0)).toBeFocused();
    await keyboard.press('ArrowRight');
  });

  await test.step('Enter edits, Escape leaves what was, Tab goes on', async () => {
    await keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Score of row 2, Product' })).toBeFocused();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('99');
    await keyboard.press('Escape');
    await expect(cell(1, 1)).toBeFocused();
    await expect(cell(1, 1)).toHaveText('30');
    await keyboard.press('F2');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('35');
    await keyboard.press('Tab');
    await expect(page.getByRole('textbox', { name: 'Explanation of row 2, Product' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(cell(1, 1)).toHaveText('35');
  });

  await test.step('a condition is chosen in a dialog, and the focus comes back to its cell', async () => {
    await keyboard.press('Home');
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Purpose of the relationship: what the row asks for' });
    await expect(dialog.getByRole('combobox', { name: 'Condition' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(cell(1, 0)).toBeFocused();
    await keyboard.press('Alt+ArrowUp');
    await expect(cell(0, 0)).toBeFocused();
    await expect(cell(0, 1)).toHaveText('35');
  });

  await test.step('it is saved, and what is not saved is discarded', async () => {
    await page.route(version, (route) => route.abort());
    await keyboard.press('ControlOrMeta+s');
    const refusal = page.getByRole('alert').filter({ hasText: 'The draft was not saved.' });
    await expect(refusal).toContainText('The server could not be reached.');
    await expect(cell(0, 0)).toBeFocused();
    await page.unroute(version);
    await keyboard.press('ControlOrMeta+s');
    await expect(page.getByText('Everything is saved.')).toBeVisible();
    await keyboard.press('Alt+ArrowDown');
    await expect(cell(1, 1)).toHaveText('35');
    await tabTo(page, button(page, 'Discard my changes'));
    await keyboard.press('Enter');
    await expect(button(page, 'Save the draft')).toBeFocused();
    await expect(cell(0, 1)).toHaveText('35');
  });

  await test.step('it is withdrawn once that is confirmed', async () => {
    const withdraw = button(page, 'Withdraw…');
    await page.goto(version);
    await expect(weights.nth(1)).toContainText('Product');
    await tabTo(page, withdraw);
    await keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog', { name: 'Withdraw version 3' });
    await expectAccessibleAtEachSize(page, undefined, DIALOG);
    await tabTo(page, button(dialog, 'Cancel'));
    await keyboard.press('Enter');
    await expect(withdraw).toBeFocused();
    await keyboard.press('Enter');
    await tabTo(page, button(dialog, 'Withdraw'));
    await keyboard.press('Enter');
    await expect(titled(page, 'Version 3')).toContainText('Withdrawn');
    await expect(titled(page, 'Version 3').locator(':focus')).toBeVisible();
  });
});

test.describe('whoever is not of compliance', () => {
  test.use({ expectedConsole: [/status of 403/] });

  test('is refused the risk model', async ({ asStaff }) => {
    const page = await asStaff('rm');
    await page.goto(paths.riskModel);
    await expect(titled(page, 'Not for your role')).toBeVisible();
    for (const path of [paths.data.riskModel, paths.data.riskModelVersion(2)]) {
      expect((await page.request.get(path)).status()).toBe(403);
    }
    await page.goto(paths.customers);
    await expect(page.getByRole('link', { name: 'Risk model' })).toHaveCount(0);
  });
});

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const isThere = () => wanted.evaluate((element) => element === document.activeElement);
  await expect(wanted).toBeVisible();
  for (let press = 0; press < 300; press += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not come to it.');
}
