import type { Page } from '@playwright/test';
import {
  address,
  answerTo,
  attach,
  box,
  choose,
  expectSaved,
  find,
  goOn,
  group,
  readAnswers,
  signByHand,
  tick,
} from './fixtures/capture';
import { freshEmail } from './fixtures/customers';
import { pdfFile, pictureFile } from './fixtures/files';
import {
  CUSTOMER_PASSWORD,
  createCustomer,
  enterByMail,
  leavePortal,
  openFromOverview,
  SMALL_PHONE,
  signInToPortal,
} from './fixtures/portal';
import {
  type Answered,
  expectInProfile,
  expectInReport,
  expectPreview,
  expectReviewed,
} from './fixtures/reading';
import { expect, test } from './fixtures/test';

const FORM = 'Individual onboarding';
const WEALTH = 'Sold a bakery in Graz in 2019.\nInherited a flat in Linz from my mother.';
const EXPOSED = 'My brother has been a member of the Styrian parliament since 2020.';
const NO_NUMBER = 'The authority has not answered my application of June yet.';

const PERSONAL: Answered = [
  ['Full name as in the passport', 'Amira Nadine Onboard'],
  ['Former or other names', 'Amira Müller'],
  ['Date of birth', '14 Mar 1988'],
  ['Place of birth', 'Graz, Austria'],
  ['Nationality', 'Austria'],
  ['Do you have a second nationality?', 'Yes'],
  ['Second nationality', 'Cyprus'],
  ['Which document do you identify yourself with?', 'Passport'],
  ['Passport', 'passport.jpg'],
  ['E-mail', 'amira.onboard@mail.example'],
  ['Mobile number', '+971 50 123 4567'],
  ['Preferred language', 'English'],
];
const RESIDENCE: Answered = [
  ['Country of residence', 'United Arab Emirates'],
  ['Home address', '12 Palm Street, Tower 3', 'Dubai, Emirate of Dubai, 00000', 'United Arab Emirates'],
  ['Proof of address, not older than 3 months', 'water-bill.pdf'],
  ['Should post go to another address?', 'Yes'],
  ['Postal address', 'Hauptplatz 1', 'Graz, Styria, 8010', 'Austria'],
];
const FUNDS: Answered = [
  ['Occupation', 'Something else'],
  ['What do you do?', 'Restores violins'],
  ['Employer or company', 'Saitenwerk Ltd'],
  ['Position', 'Luthier'],
  ['Yearly income in AED', 'Over 2 million'],
  ['Source of funds', 'Salary', 'Sale of property'],
  ['Expected deposits a year in AED', '250,000.5'],
  ['Evidence of the source of funds', 'contract-of-sale.pdf'],
  ['Total wealth in AED', '2 to 10 million'],
  ['How your wealth came about', ...WEALTH.split('\n')],
];
const PURPOSE: Answered = [
  ['Purpose of the relationship', 'Investment', 'Payments'],
  ['Transactions that you expect in a month', 'Up to 10'],
  [
    'Do you hold, or did you hold in the last year, a prominent public function?',
    'No, but a family member or close associate does or did',
  ],
  ['Country of the function', 'Austria'],
  ['Function, period, and how you are connected', EXPOSED],
];
const TAX: Answered = [
  ['Country of tax residence', 'United Arab Emirates'],
  ['Do you have a tax identification number there?', 'No'],
  ['Why not?', 'I could not get one'],
  ['What kept you from getting one?', NO_NUMBER],
  ['Are you tax resident in a second country?', 'No'],
  ['Are you a US person for tax purposes?', 'No'],
];
const DECLARED: Answered = [
  ['I declare that', 'what I have stated is true and complete', 'I have read how my personal data is used'],
  ['Signature', 'Signed'],
];
const ALL: Answered = [...PERSONAL, ...RESIDENCE, ...FUNDS, ...PURPOSE, ...TAX, ...DECLARED];

async function fillPersonal(page: Page): Promise<void> {
  await box(page, 'Full name as in the passport').fill('Amira Nadine Onboard');
  await box(page, 'Former or other names').fill('Amira Müller');
  await box(page, 'Date of birth').fill('1988-03-14');
  await box(page, 'Place of birth').fill('Graz, Austria');
  await find(page, 'Nationality', 'Austria');
  await choose(page, 'Do you have a second nationality?', 'Yes');
  await find(page, 'Second nationality', 'Cyprus');
  await choose(page, 'Which document do you identify yourself with?', 'Passport');
  await attach(page, 'Passport', await pictureFile('passport.jpg'), '2032-06-01');
  await expect(group(page, 'Passport').getByText('Valid until 1 Jun 2032')).toBeVisible();
  await box(page, 'E-mail').fill('amira.onboard@mail.example');
  await find(page, 'Country code', '+971 United Arab Emirates');
  await box(page, 'Mobile number').fill('050 123 4567');
  await choose(page, 'Preferred language', 'English');
  await expectSaved(page);
}

async function fillResidence(page: Page): Promise<void> {
  await find(page, 'Country of residence', 'United Arab Emirates');
  await address(group(page, 'Home address'), {
    'Street and number': '12 Palm Street, Tower 3',
    City: 'Dubai',
    'State, emirate or province': 'Emirate of Dubai',
    'Postal code': '00000',
    Country: 'United Arab Emirates',
  });
  await attach(
    page,
    'Proof of address, not older than 3 months',
    pdfFile('water-bill.pdf', ['Water bill', 'How to read it']),
  );
  await choose(page, 'Should post go to another address?', 'Yes');
  await address(group(page, 'Postal address'), {
    'Street and number': 'Hauptplatz 1',
    City: 'Graz',
    'State, emirate or province': 'Styria',
    'Postal code': '8010',
    Country: 'Austria',
  });
  await expectSaved(page);
}

/** All of the page but the total wealth, which is left for the review to find. */
async function fillFunds(page: Page): Promise<void> {
  await find(page, 'Occupation', 'Something else');
  await box(page, 'What do you do?').fill('Restores violins');
  await box(page, 'Employer or company').fill('Saitenwerk Ltd');
  await box(page, 'Position').fill('Luthier');
  await choose(page, 'Yearly income in AED', 'Over 2 million');
  await tick(page, 'Source of funds', ['Salary', 'Sale of property']);
  await box(page, 'Expected deposits a year in AED').fill('250,000.50');
  await attach(
    page,
    'Evidence of the source of funds',
    pdfFile('contract-of-sale.pdf', ['Contract of sale']),
  );
  await box(page, 'How your wealth came about').fill(WEALTH);
  await expectSaved(page);
}

async function fillPurpose(page: Page): Promise<void> {
  await tick(page, 'Purpose of the relationship', ['Investment', 'Payments']);
  await choose(page, 'Transactions that you expect in a month', 'Up to 10');
  await choose(
    page,
    'Do you hold, or did you hold in the last year, a prominent public function?',
    'No, but a family member or close associate does or did',
  );
  await find(page, 'Country of the function', 'Austria');
  await box(page, 'Function, period, and how you are connected').fill(EXPOSED);
  await expectSaved(page);
}

async function fillTax(page: Page): Promise<void> {
  await find(page, 'Country of tax residence', 'United Arab Emirates');
  await choose(page, 'Do you have a tax identification number there?', 'No');
  await choose(page, 'Why not?', 'I could not get one');
  await box(page, 'What kept you from getting one?').fill(NO_NUMBER);
  await choose(page, 'Are you tax resident in a second country?', 'No');
  await choose(page, 'Are you a US person for tax purposes?', 'No');
  await expectSaved(page);
}

/** The keys under which this device keeps what is typed and not yet sent. */
function draftsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')));
}

test('a person goes from the welcome mail to a form in review on a narrow phone, and compliance sees all of it', async ({
  asStaff,
  asVisitor,
}) => {
  test.slow();
  const [rm, admin, customer] = [await asStaff('rm'), await asStaff('admin'), await asVisitor()];
  await customer.setViewportSize(SMALL_PHONE);
  const email = freshEmail('amira');
  const id = await createCustomer(rm, { firstName: 'Amira', lastName: 'Onboard', email, form: FORM });
  await enterByMail(admin, customer, email, 'Amira Onboard');
  await expect(customer.getByRole('heading', { name: 'You can begin' })).toBeVisible();
  await customer.getByRole('link', { name: 'Begin', exact: true }).click();
  await expect(customer.getByRole('heading', { level: 1, name: 'Personal details' })).toBeVisible();

  await fillPersonal(customer);
  await goOn(customer, 'Address and residence');
  await fillResidence(customer);
  await customer.reload();
  await expect(box(group(customer, 'Postal address'), 'Street and number')).toHaveValue('Hauptplatz 1');
  await expect(
    group(customer, 'Proof of address, not older than 3 months').getByRole('link', {
      name: 'water-bill.pdf',
    }),
  ).toBeVisible();
  await goOn(customer, 'Occupation and funds');
  await fillFunds(customer);

  await test.step('leaving forgets what this device kept, and nothing that was saved', async () => {
    await box(customer, 'Expected deposits a year in AED').fill('a lot');
    const unfinished = 'One answer is not complete yet. Kept on this device.';
    await expect(customer.getByRole('status').filter({ hasText: unfinished })).toBeAttached();
    expect(await draftsOn(customer)).toHaveLength(1);
    await leavePortal(customer);
    expect(await draftsOn(customer)).toEqual([]);
    await signInToPortal(customer, email, CUSTOMER_PASSWORD);
    await expect(customer.getByRole('heading', { level: 1, name: 'Welcome, Amira Onboard' })).toBeVisible();
    await openFromOverview(customer, 'Occupation and funds');
    await expect(box(customer, 'Expected deposits a year in AED')).toHaveValue(/^250,?000\.50?$/);
  });

  await goOn(customer, 'Purpose and exposure');
  await fillPurpose(customer);
  await goOn(customer, 'Tax');
  await fillTax(customer);
  await goOn(customer, 'Declarations');
  await tick(customer, 'I declare that', 'all');
  await signByHand(customer, 'Signature');
  await expectSaved(customer);
  await goOn(customer, 'Review and send');

  await test.step('the review lists what is missing and leads to it', async () => {
    const open = customer.getByRole('group', { name: 'One answer is still needed' });
    await customer.getByRole('button', { name: 'Send for review' }).click();
    await expect(open).toBeFocused();
    await open.getByRole('link', { name: 'Total wealth in AED' }).click();
    const wealth = customer.getByRole('radiogroup', { name: 'Total wealth in AED' });
    await expect(wealth.locator(':focus')).toBeInViewport();
    await choose(customer, 'Total wealth in AED', '2 to 10 million');
    await expectSaved(customer);
    await customer.getByRole('button', { name: /^Step 3 of 6/ }).click();
    await customer.getByRole('link', { name: 'Review and send' }).filter({ visible: true }).first().click();
    await expect(customer.getByText('Everything that is required is answered.')).toBeVisible();
  });

  await expectReviewed(customer, ALL);
  const before = await readAnswers(customer);
  await customer.reload();
  await expect(customer.getByText('Everything that is required is answered.')).toBeVisible();
  await expect.poll(() => readAnswers(customer)).toEqual(before);

  await customer.getByRole('button', { name: 'Send for review' }).click();
  await expect(
    customer.getByRole('heading', { level: 1, name: 'The form is with compliance' }),
  ).toBeFocused();
  await customer.getByRole('link', { name: 'Where things stand' }).click();
  await expect(customer.getByRole('heading', { name: 'We are looking at your file' })).toBeVisible();
  await openFromOverview(customer, 'Personal details');
  await expect(customer.getByText(/^The form was sent on/)).toBeVisible();
  await expect(customer.getByRole('textbox')).toHaveCount(0);

  const compliance = await asStaff('compliance');
  await expectInProfile(compliance, id, ALL);
  await expect(compliance.getByText('Compliance review', { exact: true }).first()).toBeVisible();
  await expectPreview(compliance, 'Passport', 'passport.jpg');
  await expectPreview(compliance, 'Proof of address', 'water-bill.pdf');
  await expectPreview(compliance, 'Client agreement', 'Signature.png');
  await expectInReport(compliance, ALL);
});

test('a person who has an identity card uploads both of its sides, and compliance sees them', async ({
  asStaff,
  asVisitor,
}) => {
  const [rm, admin, customer] = [await asStaff('rm'), await asStaff('admin'), await asVisitor()];
  const email = freshEmail('carda');
  const id = await createCustomer(rm, { firstName: 'Carda', lastName: 'Holder', email, form: FORM });
  await enterByMail(admin, customer, email, 'Carda Holder');
  await customer.getByRole('link', { name: 'Begin', exact: true }).click();
  await choose(customer, 'Which document do you identify yourself with?', 'National identity card');
  await expect(group(customer, 'Passport')).toHaveCount(0);
  await attach(customer, 'Front', await pictureFile('card-front.jpg'), '2031-02-03');
  await attach(customer, 'Back, where it has one', await pictureFile('card-back.jpg'));
  await expectSaved(customer);

  const compliance = await asStaff('compliance');
  await compliance.goto(`/customers/${id}`);
  const card = answerTo(compliance.getByRole('region', { name: 'Answers' }), 'National identity card');
  await expect(card).toContainText('card-front.jpg');
  await expect(card).toContainText('card-back.jpg');
  await expectPreview(compliance, 'Identity card, front', 'card-front.jpg');
  await expectPreview(compliance, 'Identity card, back', 'card-back.jpg');
});
