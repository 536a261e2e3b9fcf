import type { Page } from '@playwright/test';
import {
  addMember,
  address,
  attach,
  box,
  choose,
  expectSaved,
  find,
  goOn,
  group,
  readAnswers,
  signByName,
  tick,
} from './fixtures/capture';
import { freshEmail } from './fixtures/customers';
import { pdfFile, pictureFile } from './fixtures/files';
import { createCustomer, enterByMail } from './fixtures/portal';
import {
  type Answered,
  expectInProfile,
  expectInReport,
  expectPreview,
  expectReviewed,
} from './fixtures/reading';
import { expect, test } from './fixtures/test';

const NAME = 'Halcyon Payments Ltd';
const WORK = 'Sends the wages of seafarers home, for shipping companies in Limassol.';

const COMPANY: Answered = [
  ['Full legal name', NAME],
  ['Trading name', 'Halcyon'],
  ['Legal form', 'Limited liability company'],
  ['Registration or licence number', 'HE 412345'],
  ['Registrar or licensing authority', 'Registrar of Companies, Nicosia'],
  ['Country of incorporation', 'Cyprus'],
  ['Date of incorporation', '1 Jun 2015'],
  ['Registered address', '5 Harbour Road', 'Limassol, 3036', '77 Letter Lane', 'Nicosia, 1010', 'Cyprus'],
  ['Is the business run from another address?', 'No'],
  ['Contact person', 'Rana Khalil'],
  ['E-mail of the contact person', 'rana@halcyon.example'],
  ['Telephone', '+357 25 123456'],
  ['Preferred language', 'English'],
];
const BUSINESS: Answered = [
  ['Main business', 'Money services'],
  ['What the company does, and for whom', WORK],
  ['Country of most business', 'Cyprus'],
  ['Number of employees', '1,042'],
  ['Supervisory authority', 'Central Bank of Cyprus'],
  ['Number of the permission', '115.1.3.99'],
  ['Is there a money-laundering reporting officer?', 'Yes'],
  ['Source of funds', 'Revenue from trading', 'Something else'],
  ['What other source?', 'A grant of the port authority'],
  ['Expected turnover a year in AED', '12,500,000'],
  ['Purpose of the relationship', 'Payments'],
];
const OWNERSHIP: Answered = [
  ['How the shares are held', 'Through one company'],
  [
    'Owners',
    ...['Aurum Holdings Ltd', '75 % of the customer', 'Luxembourg'],
    ...['Rana Khalil', '60 % of Aurum Holdings Ltd', '25 % of the customer', '70 %', 'Lebanon', '7 May 1979'],
    ...['Omar Said', '40 % of Aurum Holdings Ltd', '30 %', 'Egypt', '9 Oct 1984'],
  ],
  ['Directors', 'Rana Khalil', 'Director'],
  ['Signatories', 'Omar Said', 'Signatory'],
];
const TAX: Answered = [
  ['Country of tax residence', 'Cyprus'],
  ['Do you have a tax identification number there?', 'Yes'],
  ['Tax identification number', '12345678X'],
  ['Are you tax resident in a second country?', 'No'],
  ['What is the company for tax reporting?', 'Financial institution'],
  ['Global Intermediary Identification Number (GIIN)', '98Q96B.00000.LE.250'],
  ['Is the company a US person for tax purposes?', 'No'],
];
const DOCUMENTS: Answered = [
  ['Trade licence or certificate of registration', 'licence.pdf'],
  ['Memorandum and articles of association', 'articles.pdf'],
  ['Register of shareholders', 'register.jpg'],
  ['I declare that', 'I may sign for the company'],
  ['Signature', 'Signed'],
];
const BEFORE_OWNERSHIP: Answered = [...COMPANY, ...BUSINESS];
const AFTER_OWNERSHIP: Answered = [...TAX, ...DOCUMENTS];
const ALL: Answered = [...BEFORE_OWNERSHIP, ...OWNERSHIP, ...AFTER_OWNERSHIP];

async function fillCompany(page: Page): Promise<void> {
  await box(page, 'Full legal name').fill(NAME);
  await box(page, 'Trading name').fill('Halcyon');
  await choose(page, 'Legal form', 'Limited liability company');
  await box(page, 'Registration or licence number').fill('HE 412345');
  await box(page, 'Registrar or licensing authority').fill('Registrar of Companies, Nicosia');
  await find(page, 'Country of incorporation', 'Cyprus');
  await box(page, 'Date of incorporation').fill('2015-06-01');
  const registered = group(page, 'Registered address');
  await address(registered, {
    'Street and number': '5 Harbour Road',
    City: 'Limassol',
    'Postal code': '3036',
    Country: 'Cyprus',
  });
  await registered.getByRole('checkbox', { name: 'Letters go to another address' }).check();
  await address(group(page, 'Address for letters'), {
    'Street and number': '77 Letter Lane',
    City: 'Nicosia',
    'Postal code': '1010',
    Country: 'Cyprus',
  });
  await choose(page, 'Is the business run from another address?', 'No');
  await box(page, 'Contact person').fill('Rana Khalil');
  await box(page, 'E-mail of the contact person').fill('rana@halcyon.example');
  await find(page, 'Country code', '+357 Cyprus');
  await box(page, 'Telephone').fill('25123456');
  await choose(page, 'Preferred language', 'English');
  await expectSaved(page);
}

async function fillBusiness(page: Page): Promise<void> {
  await find(page, 'Main business', 'Money services');
  await box(page, 'What the company does, and for whom').fill(WORK);
  await find(page, 'Country of most business', 'Cyprus');
  await box(page, 'Number of employees').fill('1042');
  await box(page, 'Supervisory authority').fill('Central Bank of Cyprus');
  await box(page, 'Number of the permission').fill('115.1.3.99');
  await choose(page, 'Is there a money-laundering reporting officer?', 'Yes');
  await tick(page, 'Source of funds', ['Revenue from trading', 'Something else']);
  await box(page, 'What other source?').fill('A grant of the port authority');
  await box(page, 'Expected turnover a year in AED').fill('12,500,000');
  await tick(page, 'Purpose of the relationship', ['Payments']);
  await expectSaved(page);
}

async function fillOwnership(page: Page): Promise<void> {
  await choose(page, 'How the shares are held', 'Through one company');
  const aurum = 'Aurum Holdings Ltd';
  const owners = group(page, 'Owners');
  await addMember(page, 'Owners', {
    name: aurum,
    isCompany: true,
    holds: [{ percent: '75' }],
    nationality: 'Luxembourg',
  });
  await addMember(page, 'Owners', {
    name: 'Rana Khalil',
    roles: ['Beneficial owner'],
    holds: [{ percent: '25' }, { percent: '60', of: aurum }],
    nationality: 'Lebanon',
    born: '1979-05-07',
    isPep: false,
  });
  await expect(owners.getByText('30% of the ownership does not end at a person in this list.')).toBeVisible();
  await addMember(page, 'Owners', {
    name: 'Omar Said',
    holds: [{ percent: '40', of: aurum }],
    nationality: 'Egypt',
    born: '1984-10-09',
    isPep: true,
  });
  await expect(owners.getByText(/does not end at a person/)).toHaveCount(0);
  const row = (name: string) => owners.getByRole('row').filter({ hasText: name });
  await expect(row('Rana Khalil')).toContainText('70%');
  await expect(row('Rana Khalil')).toContainText('Beneficial owner');
  await expect(row('Omar Said')).toContainText('30%');
  await expect(row('Omar Said')).toContainText('Beneficial owner');
  const graph = owners.getByRole('figure', { name: 'Who owns what' });
  await expect(graph.getByText('Omar Said owns 40% of Aurum Holdings Ltd.')).toBeAttached();
  await expect(graph.locator('svg').first()).toBeVisible();

  const rana = { nationality: 'Lebanon', born: '1979-05-07', isPep: false };
  await addMember(page, 'Directors', { name: 'Rana Khalil', roles: ['Director'], ...rana });
  const omar = { nationality: 'Egypt', born: '1984-10-09', isPep: true };
  await addMember(page, 'Signatories', { name: 'Omar Said', roles: ['Signatory'], ...omar });
  await expectSaved(page);
}

async function fillTax(page: Page): Promise<void> {
  await find(page, 'Country of tax residence', 'Cyprus');
  await choose(page, 'Do you have a tax identification number there?', 'Yes');
  await box(page, 'Tax identification number').fill('12345678X');
  await choose(page, 'Are you tax resident in a second country?', 'No');
  await choose(page, 'What is the company for tax reporting?', 'Financial institution');
  await box(page, 'Global Intermediary Identification Number (GIIN)').fill('98Q96B.00000.LE.250');
  await choose(page, 'Is the company a US person for tax purposes?', 'No');
  await expectSaved(page);
}

async function fillDocuments(page: Page): Promise<void> {
  const licence = pdfFile('licence.pdf', ['Trade licence']);
  await attach(page, 'Trade licence or certificate of registration', licence, '2030-12-31');
  const articles = pdfFile('articles.pdf', ['Memorandum', 'Articles']);
  await attach(page, 'Memorandum and articles of association', articles);
  await attach(page, 'Register of shareholders', await pictureFile('register.jpg'));
  await tick(page, 'I declare that', 'all');
  await signByName(page, 'Signature', 'Rana Khalil');
  await expectSaved(page);
}

test('a company is filled in by its director, with a chain of ownership and its papers, and compliance sees all of it', async ({
  asStaff,
  asVisitor,
}) => {
  test.slow();
  const [rm, admin, customer] = [await asStaff('rm'), await asStaff('admin'), await asVisitor()];
  const email = freshEmail('halcyon');
  const id = await createCustomer(rm, {
    fullName: NAME,
    registrationNumber: `HE ${freshEmail('').replace(/\D/g, '')}`,
    tradingName: 'Halcyon',
    email,
    form: 'Company onboarding',
  });
  await enterByMail(admin, customer, email, NAME);
  await customer.getByRole('link', { name: 'Begin', exact: true }).click();
  await expect(customer.getByRole('heading', { level: 1, name: 'Company' })).toBeVisible();

  await fillCompany(customer);
  await goOn(customer, 'Business');
  await fillBusiness(customer);
  await goOn(customer, 'Ownership and control');
  await fillOwnership(customer);
  await customer.reload();
  await expect(group(customer, 'Owners').getByRole('row').filter({ hasText: 'Rana Khalil' })).toContainText(
    '70%',
  );
  await goOn(customer, 'Tax');
  await fillTax(customer);
  await goOn(customer, 'Documents and declarations');
  await fillDocuments(customer);
  await goOn(customer, 'Review and send');

  await expect(customer.getByText('Everything that is required is answered.')).toBeVisible();
  await expectReviewed(customer, [...BEFORE_OWNERSHIP, ...AFTER_OWNERSHIP]);
  const before = await readAnswers(customer);
  await customer.reload();
  await expect.poll(() => readAnswers(customer)).toEqual(before);
  await customer.getByRole('button', { name: 'Send for review' }).click();
  await expect(
    customer.getByRole('heading', { level: 1, name: 'The form is with compliance' }),
  ).toBeFocused();
  await customer.getByRole('link', { name: 'Where things stand' }).click();
  await expect(customer.getByRole('heading', { name: 'We are looking at your file' })).toBeVisible();

  const compliance = await asStaff('compliance');
  await expectInProfile(compliance, id, ALL);
  await expectPreview(compliance, 'Company licence', 'licence.pdf');
  await expectPreview(compliance, 'Evidence of ownership', 'register.jpg');
  await expectPreview(compliance, 'Client agreement', 'Signature.png');
  await expectInReport(compliance, ALL);
});
