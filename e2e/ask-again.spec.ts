import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { answerTo, box, expectSaved, isDrawn } from './fixtures/capture';
import { asCustomer, type Case, CaseApi } from './fixtures/cases';
import { customerId } from './fixtures/customers';
import { pdfFile, pictureFile } from './fixtures/files';
import { enterAsDemoCustomer } from './fixtures/portal';
import { holdScripts } from './fixtures/slow';
import { expect, test } from './fixtures/test';

const DOCUMENT_WORDS = /^The document that you sent us is older than we may accept\./;
const ANSWER_WORDS = 'Please tell us for whom you work, and since when you have done so.';

/** A customer whose form and two documents are with compliance. */
async function underReview(api: CaseApi, firstName: string): Promise<Case> {
  const person = await api.addPerson(firstName, 'Asked');
  await api.answerAll(person.submissionId);
  await api.upload(person.submissionId, 'Passport', await pictureFile('passport.jpg'));
  await api.upload(person.submissionId, 'ProofofAddress', pdfFile('old-bill.pdf', ['A bill of last year']));
  await api.submit(person.submissionId);
  return person;
}

/** Asks again in the dialog that is open: the reason by its words, and the customer's words where they are not the library's. */
async function ask(page: Page, what: string, reason: string, words?: string): Promise<void> {
  const dialog = page.getByRole('alertdialog', { name: `Ask again for: ${what}` });
  await expect(dialog).toContainText('The customer gets a mail at once');
  await dialog.getByLabel('Reason').selectOption(reason);
  if (words !== undefined) await dialog.getByLabel('What the customer reads').fill(words);
  else await expect(dialog.getByLabel('What the customer reads')).toHaveValue(DOCUMENT_WORDS);
  await dialog.getByRole('button', { name: 'Ask and send the mail' }).press('Enter');
  await expect(page.getByText(`${what} is asked for again`)).toBeVisible();
  await expect(dialog).toHaveCount(0);
}

/** What the mails to an address say that ask for something again, newest first. */
async function requestMails(admin: Page, email: string): Promise<string[]> {
  const words: string[] = [];
  const subject = 'We need something more from you';
  const rows = admin.getByRole('row').filter({ hasText: email }).filter({ hasText: subject });
  await admin.goto(paths.outbox);
  await expect(rows.first()).toBeVisible();
  const links = await rows.getByRole('link', { name: subject }).all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
  for (const address of addresses) {
    await admin.goto(address ?? '');
    await expect(admin.getByRole('heading', { level: 1, name: subject })).toBeVisible();
    const mail = admin.frameLocator('iframe').locator('body');
    // The frame is there before what it shows.
    await expect(mail).toContainText(/\S/);
    words.push(await mail.innerText());
  }
  return words;
}

test('compliance asks again, the customer sees what and why and answers only that, compliance sees what changed', async ({
  asStaff,
  asVisitor,
  request,
}) => {
  test.slow();
  const person = await underReview(await CaseApi.open(request), 'Ines');
  const compliance = await asStaff('compliance');
  await compliance.goto(paths.customer(person.submissionId));

  await test.step('documents are looked at beside the answers, by keyboard', async () => {
    const opener = compliance.getByRole('button', { name: 'View: Passport' });
    await opener.press('Enter');
    const passport = compliance.getByRole('region', { name: /^Passport, version/ });
    await expect(passport.getByRole('heading', { name: /^Passport, version/ })).toBeFocused();
    await expect.poll(() => isDrawn(passport.locator('canvas'))).toBe(true);
    await expect(answerTo(compliance.getByRole('region', { name: 'Answers' }), 'Occupation')).toBeVisible();
    await passport.getByRole('button', { name: 'Accept: Passport' }).press('Enter');
    await expect(passport.getByText('Accepted', { exact: true })).toBeVisible();
    await expect(passport.getByRole('heading', { name: /^Passport, version/ })).toBeFocused();

    await compliance.keyboard.press('Shift+ArrowRight');
    const proof = compliance.getByRole('region', { name: /^Proof of address, version/ });
    await expect.poll(() => isDrawn(proof.locator('canvas'))).toBe(true);
    await proof.getByRole('button', { name: 'Ask again: Proof of address' }).press('Enter');
    await ask(compliance, 'Proof of address', 'tooOld');
    await expect(proof.getByText('Asked again', { exact: true })).toBeVisible();
    await expect(proof.getByRole('heading').first()).toBeFocused();
    await compliance.keyboard.press('Escape');
    await expect(proof).toHaveCount(0);
  });

  await test.step('an answer is asked for again in words of one’s own', async () => {
    await compliance.getByRole('button', { name: 'Ask again: Occupation' }).press('Enter');
    await ask(compliance, 'Occupation', 'moreDetail', ANSWER_WORDS);
    await expect(compliance.getByText('Waiting on the customer', { exact: true }).first()).toBeVisible();
    const panel = compliance.getByRole('region', { name: 'Asked for again' });
    await expect(panel.getByText('Waiting on the customer for 2 things')).toBeVisible();
    await expect(panel.getByText(ANSWER_WORDS)).toBeVisible();
  });

  const admin = await asStaff('admin');
  await test.step('the mails say it', async () => {
    const mails = (await requestMails(admin, person.email)).join('\n');
    expect(mails).toContain(ANSWER_WORDS);
    expect(mails).toContain('Please upload one from the last three months.');
  });

  const customer = await asVisitor();
  await test.step('the customer sees what and why, and may change only that', async () => {
    await asCustomer(admin, customer, person);
    await expect(customer.getByRole('heading', { name: 'We need 2 things from you again' })).toBeVisible();
    const asked = customer.getByRole('region', { name: 'What we ask again' });
    await expect(asked.getByText(ANSWER_WORDS)).toBeVisible();
    await expect(asked.getByText('It is too old.')).toBeVisible();
    await asked.getByRole('link', { name: /^Answer ?: Occupation$/ }).click();
    await expect(customer.getByRole('note').filter({ hasText: ANSWER_WORDS })).toBeVisible();
    await expect(box(customer, 'Date of birth')).toHaveCount(0);
    await expect(customer.getByRole('combobox', { name: 'Nationality' })).toHaveCount(0);

    // A line so slow that the answer is typed before the page's script has come.
    const release = await holdScripts(customer);
    await customer.reload({ waitUntil: 'commit' });
    const occupation = customer.getByRole('combobox', { name: 'Occupation' });
    await occupation.fill('Self-employed');
    await occupation.press('Enter');
    release();
    await expect(customer.getByRole('option', { name: 'Self-employed' })).toBeVisible();
    await occupation.press('Enter');
    await expectSaved(customer);
  });

  await test.step('the document is added, and both are sent back', async () => {
    await customer.goto(paths.portal);
    await expect(customer.getByRole('heading', { name: 'We need one thing from you again' })).toBeVisible();
    await customer.getByRole('link', { name: /^Add the document ?: Proof of address$/ }).click();
    await expect(customer.getByText('We asked for: Proof of address')).toBeVisible();
    const picking = customer.waitForEvent('filechooser');
    await customer.getByRole('button', { name: 'Choose a file' }).click();
    await (await picking).setFiles(pdfFile('new-bill.pdf', ['A bill of this month']));
    await expect(customer.getByText('Added to your file')).toBeVisible();
    await customer.goto(paths.portal);
    await customer.getByRole('link', { name: 'Check and send back' }).click();
    await customer.getByRole('button', { name: 'Send back to compliance' }).click();
    await expect(customer.getByRole('heading', { name: 'Sent back to compliance' })).toBeFocused();
  });

  await test.step('compliance sees what changed', async () => {
    await compliance.reload();
    await expect(compliance.getByText('Compliance review', { exact: true })).toBeVisible();
    await expect(compliance.getByText('Waiting on the customer', { exact: true })).toHaveCount(0);
    const occupation = answerTo(compliance.getByRole('region', { name: 'Answers' }), 'Occupation');
    await expect(occupation).toContainText('Self-employed');
    await expect(occupation).toContainText(`Answered again since you asked: “${ANSWER_WORDS}”`);
    const proof = compliance.getByRole('region', { name: 'Documents' }).getByRole('listitem');
    await expect(proof.filter({ hasText: 'new-bill.pdf' }).first()).toContainText('New since you asked');
    await expect(compliance.getByText('2 earlier requests')).toBeVisible();
  });
});

test('a customer who was not accepted corrects what is asked and sends it again', async ({
  asStaff,
  asVisitor,
}) => {
  const wealth =
    'Mining from 2016 to 2019, about AED 2 million by the tax returns of these years, and trading since then.';
  const customer = await asVisitor();
  await enterAsDemoCustomer(customer, 'Viktor Hollander');
  await expect(customer.getByRole('heading', { name: 'We need one thing from you again' })).toBeVisible();
  await customer.getByRole('link', { name: /^Answer ?: How your wealth came about$/ }).click();
  await box(customer, 'How your wealth came about').fill(wealth);
  await expectSaved(customer);
  await customer.goto(paths.portal);
  await customer.getByRole('link', { name: 'Check and send back' }).click();
  await customer.getByRole('button', { name: 'Send back to compliance' }).click();
  await expect(customer.getByRole('heading', { name: 'Sent back to compliance' })).toBeFocused();

  const compliance = await asStaff('compliance');
  await compliance.goto(paths.customer(await customerId(compliance.request, 'v.hollander@mail.example')));
  await expect(compliance.getByText('Compliance review', { exact: true })).toBeVisible();
  const answer = answerTo(compliance.getByRole('region', { name: 'Answers' }), 'How your wealth came about');
  await expect(answer).toContainText(wealth);
  await expect(answer).toContainText('Answered again');
});
