import type { Page } from '@playwright/test';
import { formatCalendarDay } from '@/lib/format/dates';
import { paths } from '@/lib/paths';
import { expectAccessible, expectAccessibleAtEachSize } from './fixtures/accessibility';
import { type Case, CaseApi } from './fixtures/cases';
import { expect, test } from './fixtures/test';

/** The last day of a level that is set: some weeks ahead. */
const LAST_DAY = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
const LAST_DAY_SHOWN = formatCalendarDay(LAST_DAY, 'en');

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

/** Asks the customer for the occupation once more, so that it can be answered anew. */
async function askForOccupation(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ask for more…' }).click();
  const ask = page.getByRole('dialog', { name: 'Ask the customer for more' });
  await expectAccessibleAtEachSize(page);
  await ask.getByRole('combobox').fill('Occupation');
  await ask.getByRole('combobox').press('Enter');
  await ask.getByRole('button', { name: 'Write the request' }).click();
  const words = page.getByRole('alertdialog', { name: /^Ask again for: / });
  await words.getByRole('button', { name: 'Ask and send the mail' }).click();
  await expect(words).toHaveCount(0);
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
    timeout: 10_000,
  });
  await expect(first.getByRole('button', { name: 'Confirm' })).toHaveCount(0);

  const second = await asStaff('compliance2');
  await second.goto(`${paths.queue}?tab=toCheck`);
  await second.getByRole('link', { name: person.name }).click();
  await expect(second.getByText('Source of wealth seen.')).toBeVisible();
  await expect(second.getByRole('button', { name: 'Confirm…' })).toBeVisible();
  await second.keyboard.press('a');
  const check = second.getByRole('alertdialog', { name: 'Confirm the approval?' });
  await expect(check).toContainText(/by Ingrid Solberg.*Source of wealth seen\./s);
  await expectAccessibleAtEachSize(second);
  await check.getByRole('button', { name: 'Confirm' }).click();
  await expect(second.getByText('Confirmed. It has taken effect.')).toBeVisible();
  await expect(second.getByRole('button', { name: /^(Confirm|Decline)…/ })).toHaveCount(0);
  await expect(second.getByRole('heading', { level: 1 }).locator('..')).toContainText('Approved');
  await expect(second.getByText('This customer is decided already.')).toHaveCount(1);
  await expect(region(second, 'Decisions')).toContainText('Confirmed by Tomás Ferreira');
});

test('a lowered level takes two people, is told to each reader as far as they may know, and ends with its grounds', async ({
  asStaff,
  request,
}) => {
  test.slow();
  const api = await CaseApi.open(request);
  const person = await exposed(api, 'Lars');
  const page = paths.customer(person.submissionId);
  const [first, second, manager] = [
    await asStaff('compliance'),
    await asStaff('compliance2'),
    await asStaff('rm'),
  ];
  await first.goto(page);
  const dialog = await begin(first, 'Change level…', 'Change the risk level?');
  await dialog.getByRole('radio', { name: /^Medium/ }).check();
  await expect(dialog).toContainText('because this lowers the level');
  await expectAccessibleAtEachSize(first);
  await dialog.getByLabel('Reason').selectOption('Mitigating controls in place');
  await dialog.getByLabel('Holds until').fill(LAST_DAY);
  await dialog.getByLabel('Note').fill('The uncle left office long ago.');
  await dialog.getByRole('button', { name: 'Propose the level' }).click();
  await expect(first.getByText('Waits for a second person: Level Medium')).toBeVisible();
  await expect(first.getByRole('button', { name: 'Confirm…' })).toHaveCount(0);
  await expect(region(first, 'Risk')).not.toContainText('A person set this level');

  await second.goto(page);
  const check = await begin(second, 'Confirm…', 'Confirm the level Medium?');
  await check.getByRole('button', { name: 'Confirm' }).click();
  const set = region(second, 'Risk').getByRole('note').filter({ hasText: 'A person set this level' });
  for (const said of [
    /By the score\s*High/,
    /Set to\s*Medium/,
    'Ingrid Solberg',
    'confirmed by Tomás Ferreira',
    'Mitigating controls in place',
    LAST_DAY_SHOWN,
  ]) {
    await expect(set).toContainText(said);
  }
  await second.getByRole('button', { name: 'What if…' }).click();
  const paper = second.getByRole('dialog', { name: 'What if?' });
  await expect(paper).toContainText(`Medium until ${LAST_DAY_SHOWN}, whatever the score.`);
  await paper.getByRole('button', { name: 'Close' }).last().click();

  const reply = await manager.goto(page);
  await expect(region(manager, 'Decisions')).toContainText(/Risk level set to\s*Medium/);
  const told = [await reply?.text(), await manager.content(), await manager.innerText('body')];
  for (const secret of ['Mitigating controls', 'left office long ago']) {
    for (const text of told) expect(text).not.toContain(secret);
  }

  const refusal = await begin(second, 'Reject…', 'Reject this customer?');
  await expectAccessibleAtEachSize(second);
  await refusal.getByLabel('Reason').selectOption({ index: 1 });
  await refusal.getByRole('button', { name: 'Propose the rejection' }).click();
  await expect(second.getByText('Waits for a second person: Rejection')).toBeVisible();
  await askForOccupation(second);
  await expect(second.getByText('Waiting on the customer', { exact: true })).toHaveCount(1);
  await api.choose(person.submissionId, 'AboutThePerson_Person_Occupation', 'executive');
  await second.reload();
  await expect(region(second, 'Risk')).not.toContainText('A person set this level');
  await expect(second.getByText('The level Medium, set by hand, has ended')).toBeVisible();
  await expect(region(second, 'Decisions')).toContainText('what it rested on changed');
  const lapsed = second.getByRole('note').filter({ hasText: 'A proposal lapsed: Rejection' });
  await lapsed.getByRole('link', { name: 'See what changed since' }).click();
  await expect(second).toHaveURL(/versions\?from=\d+&to=\d+/);
  await manager.reload();
  await expect(region(manager, 'Decisions')).toContainText(/Medium\s*ended/);
});

test('a case is noted, handed over, escalated, sent back by the second person and rejected', async ({
  asStaff,
  request,
}) => {
  test.slow();
  const person = await exposed(await CaseApi.open(request), 'Nadia');
  const [first, second] = [await asStaff('compliance'), await asStaff('compliance2')];
  await first.goto(paths.customer(person.submissionId));
  await first.getByRole('button', { name: 'Add a note' }).click();
  const box = region(first, 'Notes').getByRole('textbox', { name: 'Note' });
  await box.pressSequentially('The alias needs your eye, @tom');
  await expect(first.getByRole('option', { name: 'Tomás Ferreira' })).toBeVisible();
  await expectAccessible(first);
  await box.press('Enter');
  await expect(box).toHaveValue('The alias needs your eye, @Tomás Ferreira ');
  await first.getByRole('button', { name: 'Add the note' }).click();
  await expect(region(first, 'Notes').getByRole('listitem').first()).toContainText('Compliance only');

  const over = await begin(first, 'Hand over…', 'Hand this case over?');
  await expectAccessibleAtEachSize(first);
  await over.getByLabel('To').selectOption('Tomás Ferreira');
  await over.getByRole('button', { name: 'Hand over' }).click();
  await expect(over).toHaveCount(0);
  await expect(first.getByText('With Tomás Ferreira', { exact: true })).toBeVisible({ timeout: 10_000 });

  await second.goto('/');
  const mentions = region(second, 'Mentions of you');
  await expect(mentions).toContainText('The alias needs your eye');
  await mentions.getByRole('button', { name: 'Mark as seen' }).click();
  await expect(mentions).toContainText('No unseen note names you.');
  await second.goto(`${paths.queue}?tab=mine`);
  await second.getByRole('link', { name: person.name }).click();
  await expect(region(second, 'Notes')).toContainText('The alias needs your eye');

  const escalation = await begin(second, 'Escalate…', 'Escalate this case?');
  await expectAccessibleAtEachSize(second);
  await escalation.getByRole('button', { name: 'Escalate' }).click();
  await expect(escalation.getByRole('textbox', { name: 'Note' })).toHaveAttribute('aria-invalid', 'true');
  await escalation.getByRole('textbox', { name: 'Note' }).fill('A second view, please.');
  await escalation.getByRole('button', { name: 'Escalate' }).click();
  await expect(second.getByText('The case is escalated')).toBeVisible();

  const propose = async () => {
    const refusal = await begin(second, 'Reject…', 'Reject this customer?');
    await refusal.getByLabel('Reason').selectOption({ index: 1 });
    await refusal.getByRole('button', { name: 'Propose the rejection' }).click();
    await expect(second.getByText('Waits for a second person: Rejection')).toBeVisible();
    await first.reload();
  };
  await propose();
  const decline = await begin(first, 'Decline…', 'Decline the rejection?');
  await expectAccessibleAtEachSize(first);
  await decline.getByLabel('Note').fill('Ask for the register extract first.');
  await decline.getByRole('button', { name: 'Decline' }).click();
  await expect(region(first, 'Decisions')).toContainText('Declined by Ingrid Solberg');
  await expect(first.getByRole('heading', { level: 1 }).locator('..')).toContainText('Compliance review');
  await second.reload();
  await expect(region(second, 'Decisions')).toContainText('Ask for the register extract first.');

  await propose();
  const confirm = await begin(first, 'Confirm…', 'Confirm the rejection?');
  await confirm.getByRole('button', { name: 'Confirm' }).click();
  await expect(first.getByRole('heading', { level: 1 }).locator('..')).toContainText('Rejected');
});

test.describe('a decision that is not taken', () => {
  test.use({ expectedConsole: [/ERR_FAILED|status of 401/] });

  test('loses nothing and says what to do: without a line, without a session, and after somebody else', async ({
    asStaff,
    request,
  }) => {
    test.slow();
    const api = await CaseApi.open(request);
    const person = await api.addPerson('Olga', 'Refused');
    await api.answerAll(person.submissionId);
    await api.submit(person.submissionId);
    const first = await asStaff('compliance');
    await first.goto(paths.customer(person.submissionId));
    const words = 'Seen at the branch, with the papers.';
    const dialog = await begin(first, 'Change level…', 'Change the risk level?');
    const refusal = dialog.getByRole('group', { name: 'It was not sent' });
    const send = dialog.getByRole('button', { name: 'Set the level' });

    await test.step('what is missing is named, and a length gives the day', async () => {
      await dialog.getByRole('radio', { name: /^High/ }).check();
      await send.click();
      await expect(refusal).toBeFocused();
      await expect(refusal).toContainText('Holds until: Give the last day, or choose a length.');
      await dialog.getByRole('button', { name: '6 months' }).click();
      await expect(dialog.getByLabel('Holds until')).not.toHaveValue('');
      await dialog.getByLabel('Reason').selectOption({ index: 1 });
      await dialog.getByLabel('Note').fill(words);
    });

    await test.step('the line is cut', async () => {
      await first.route(
        () => true,
        (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()),
      );
      await send.click();
      await expect(refusal).toContainText('The server could not be reached. What you typed is kept');
      await expect(refusal).toBeFocused();
      await expect(dialog.getByLabel('Note')).toHaveValue(words);
      await expectAccessibleAtEachSize(first, undefined, 'dialog[open]');
      await first.unrouteAll();
    });

    await test.step('the session is over: the same dialog is sent after signing in again, even after a reload', async () => {
      const session = await first.context().cookies();
      await first.context().clearCookies();
      await send.click();
      await expect(refusal).toContainText('Your session is over.');
      await expect(refusal).toBeFocused();
      await expect(refusal.getByRole('link', { name: 'Sign in in a new tab' })).toHaveAttribute(
        'href',
        paths.signIn,
      );
      await first.context().addCookies(session);
      await first.reload();
      await begin(first, 'Change level…', 'Change the risk level?');
      await expect(dialog.getByText('What you had typed before is back.')).toBeVisible();
      await expect(dialog.getByLabel('Note')).toHaveValue(words);
    });

    await test.step('somebody else was first: it is said where to look, and the page behind tells', async () => {
      const second = await asStaff('compliance2');
      await second.goto(paths.customer(person.submissionId));
      const approval = await begin(second, 'Approve…', 'Approve this customer?');
      await approval.getByRole('button', { name: 'Approve', exact: true }).click();
      await expect(approval).toHaveCount(0);
      await send.click();
      await expect(refusal).toContainText('Close this to see how it stands now');
      await expect(refusal).toBeFocused();
      await dialog.getByRole('button', { name: 'Do not decide yet' }).click();
      await expect(first.getByText('This customer is decided already.')).toBeVisible();
      await first.getByRole('button', { name: 'Read it again' }).click();
      await begin(first, 'Change level…', 'Change the risk level?');
      await expect(dialog.getByLabel('Note')).toHaveValue(words);
      await send.click();
      await expect(first.getByText('The level is set to High')).toBeVisible();
    });
  });
});
