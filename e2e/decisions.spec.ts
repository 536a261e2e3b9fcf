import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expectAccessibleAtEachSize } from './fixtures/accessibility';
import { type Case, CaseApi } from './fixtures/cases';
import { expect, test } from './fixtures/test';

/** A politically exposed customer whose form is with compliance: its risk is high, whatever else is answered. */
async function exposed(api: CaseApi, firstName: string): Promise<Case> {
  const person = await api.addPerson(firstName, 'Decided');
  await api.answerAll(person.submissionId);
  await api.choose(person.submissionId, 'AboutThePerson_Person_PoliticallyExposed', 'yes');
  await api.submit(person.submissionId);
  return person;
}

/** Opens the dialog of something by its button and waits for it. */
async function begin(page: Page, button: string, title: string) {
  await page.getByRole('group', { name: 'Decide' }).getByRole('button', { name: button }).click();
  const dialog = page.getByRole('alertdialog', { name: title });
  await expect(dialog).toBeVisible();
  return dialog;
}

const region = (page: Page, name: string) => page.getByRole('region', { name });

test('a high risk is approved by two people, never by who proposed it alone', async ({
  asStaff,
  request,
}) => {
  test.slow();
  const person = await exposed(await CaseApi.open(request), 'Helene');
  const first = await asStaff('compliance');
  await first.goto(paths.queue);
  await expect(first.getByRole('link', { name: person.name })).toBeVisible();
  await expectAccessibleAtEachSize(first);
  await first.getByRole('link', { name: person.name }).focus();
  await first.keyboard.press('a');
  const dialog = first.getByRole('alertdialog', { name: 'Approve this customer?' });
  await expect(dialog).toContainText('A second person has to look at it');
  await expectAccessibleAtEachSize(first);
  await dialog.getByLabel('Note').fill('Source of wealth seen.');
  await dialog.getByRole('button', { name: 'Propose the approval' }).click();
  await expect(first.getByText('Proposed: Approval')).toBeVisible();
  // What is said and what the bar offers are of one moment.
  await expect(first.getByText('You proposed this; somebody else has to look at it.')).toBeVisible({
    timeout: 1_000,
  });
  await expect(first.getByRole('button', { name: 'Confirm' })).toHaveCount(0);

  const second = await asStaff('compliance2');
  await second.goto(`${paths.queue}?tab=toCheck`);
  await second.getByRole('link', { name: person.name }).click();
  await expect(second.getByText('Source of wealth seen.')).toBeVisible();
  await second.keyboard.press('a');
  const check = second.getByRole('alertdialog', { name: 'Confirm the approval?' });
  await expectAccessibleAtEachSize(second);
  await check.getByRole('button', { name: 'Confirm' }).click();
  await expect(second.getByText('Confirmed. It has taken effect.')).toBeVisible();
  await expect(second.getByRole('button', { name: /^(Confirm|Decline)…/ })).toHaveCount(0);
  await expect(second.getByRole('heading', { level: 1 }).locator('..')).toContainText('Approved');
  await expect(second.getByText('This customer is decided already.')).toHaveCount(1);
  await expect(region(second, 'Decisions')).toContainText('Confirmed by Tomás Ferreira');
});

test('a proposal lapses once the profile changes, and the page says since which version', async ({
  asStaff,
  request,
}) => {
  test.slow();
  const api = await CaseApi.open(request);
  const person = await exposed(api, 'Lars');
  const page = await asStaff('compliance');
  await page.goto(paths.customer(person.submissionId));
  const dialog = await begin(page, 'Reject…', 'Reject this customer?');
  const reason = dialog.getByLabel('Reason');
  if (await reason.isVisible()) await reason.selectOption({ index: 1 });
  await dialog.getByLabel('Note').fill('The wealth is not explained.');
  await dialog.getByRole('button', { name: 'Propose the rejection' }).click();
  await expect(page.getByText('Waits for a second person: Rejection')).toBeVisible();

  await page.getByRole('button', { name: 'Ask for more…' }).click();
  const ask = page.getByRole('dialog', { name: 'Ask the customer for more' });
  await ask.getByRole('combobox').fill('Occupation');
  await ask.getByRole('combobox').press('Enter');
  await ask.getByRole('button', { name: 'Write the request' }).click();
  const words = page.getByRole('alertdialog', { name: /^Ask again for: / });
  await words.getByRole('button', { name: 'Ask and send the mail' }).click();
  await expect(words).toHaveCount(0);

  await api.choose(person.submissionId, 'AboutThePerson_Person_Occupation', 'executive');
  await page.reload();
  await expect(page.getByText('A proposal lapsed: Rejection')).toBeVisible();
  await page.getByRole('link', { name: 'See what changed since' }).click();
  await expect(page).toHaveURL(/versions\?from=\d+&to=\d+/);
});
