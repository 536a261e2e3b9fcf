import { paths } from '@/lib/paths';
import { address, answerTo, box, choose, expectSaved, find, goOn, group, tick } from './fixtures/capture';
import { asCustomer, CaseApi } from './fixtures/cases';
import { customerId } from './fixtures/customers';
import { expect, test } from './fixtures/test';

const UNKNOWN_ID = '01990000-0000-7000-8000-000000000000';

test('a relationship manager fills in on behalf of a customer, and everybody sees who did', async ({
  asStaff,
  asVisitor,
  request,
}) => {
  const person = await (await CaseApi.open(request)).addPerson('Assisted', 'Journey');
  const rm = await asStaff('rm');
  await rm.goto(paths.customer(person.submissionId));
  await rm.getByRole('link', { name: 'Fill in the form' }).click();
  await expect(rm.getByText(`You fill this in on behalf of ${person.name}`)).toBeVisible();

  await test.step('what is missing is said, and leads to the field', async () => {
    await rm
      .getByRole('navigation', { name: 'Steps of the form' })
      .getByText('Review and send')
      .first()
      .click();
    await rm.getByRole('button', { name: 'Send for review' }).click();
    const missing = rm.getByRole('group', { name: /answers are still needed$/ });
    await expect(missing).toBeFocused();
    await missing.getByRole('link', { name: 'Mobile number' }).click();
    await expect(box(rm, 'Mobile number')).toBeFocused();
  });

  await test.step('all pages are filled in', async () => {
    await box(rm, 'Mobile number').fill('+971501234567');
    await choose(rm, 'Who becomes our customer?', 'A person');
    await address(group(rm, 'Address'), {
      'Street and number': 'Harbour Street 5',
      City: 'Dubai',
      'State, emirate or province': 'Dubai',
      'Postal code': '00000',
      Country: 'United Arab Emirates',
    });
    await expectSaved(rm);
    await goOn(rm, 'About the person');
    await box(rm, 'Date of birth').fill('1987-03-04');
    await find(rm, 'Nationality', 'Portugal');
    await find(rm, 'Country of residence', 'United Arab Emirates');
    await find(rm, 'Occupation', 'Employee');
    await choose(rm, 'Do you hold, or did you hold in the last year, a prominent public function?', 'No');
    await goOn(rm, 'Funds and tax');
    await tick(rm, 'Source of funds', ['Salary']);
    await tick(rm, 'Purpose of the relationship', ['Savings', 'Payments']);
    await find(rm, 'Country of tax residence', 'United Arab Emirates');
    await goOn(rm, 'Review and send');
    await expect(rm.getByText('Everything that is required is answered.')).toBeVisible();
    await rm.getByRole('button', { name: 'Send for review' }).click();
    await expect(rm.getByRole('heading', { name: 'The form is with compliance' })).toBeFocused();
  });

  await test.step('the profile names the employee as the source', async () => {
    await rm
      .getByRole('link', { name: `Profile of ${person.name}` })
      .last()
      .click();
    await expect(rm.getByText('Compliance review', { exact: true })).toBeVisible();
    const answers = rm.getByRole('region', { name: 'Answers' });
    await expect(answerTo(answers, 'Occupation')).toContainText('Employee');
    await expect(answers.getByText(/by Rania Haddad$/).first()).toBeVisible();
    await expect(answers.getByText(/by the customer$/)).toHaveCount(0);
    await expect(rm.getByRole('link', { name: /^(Fill in the form|Continue filling in)$/ })).toHaveCount(0);
  });

  await test.step('so does the form that the customer sees, which is closed now', async () => {
    const customer = await asVisitor();
    await asCustomer(await asStaff('admin'), customer, person);
    await customer.goto(paths.portalForm);
    await expect(customer.getByText(/^(All answered|Answered) by Rania Haddad/).first()).toBeVisible();
    await expect(customer.getByText(/^The form was sent on .* Nothing can be changed/)).toBeVisible();
    await expect(box(customer, 'Mobile number')).toHaveCount(0);
  });
});

test.describe('who may not fill in', () => {
  test.use({ expectedConsole: [/status of (403|404)/] });

  test("another manager's customer is unknown, and other roles are refused, by address and by data route", async ({
    asStaff,
  }) => {
    const [foreign, compliance, admin] = [
      await asStaff('rm2'),
      await asStaff('compliance'),
      await asStaff('admin'),
    ];
    const id = await customerId(compliance.request, 'info@north-wind.example');
    const upload = { multipart: { DocumentTypeId: 'Other', OriginalFileName: 'a.pdf', FileContent: 'x' } };
    const asked = [
      { page: foreign, submissionId: id, status: 404, heading: 'Page not found' },
      { page: foreign, submissionId: UNKNOWN_ID, status: 404, heading: 'Page not found' },
      { page: compliance, submissionId: id, status: 403, heading: 'Not for your role' },
      { page: admin, submissionId: id, status: 403, heading: 'Not for your role' },
    ];
    for (const { page, submissionId, status, heading } of asked) {
      for (const path of [paths.capture(submissionId), paths.captureReview(submissionId)]) {
        expect((await page.goto(path))?.status(), path).toBe(status);
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      }
      const { request } = page;
      expect((await request.get(paths.data.capture(submissionId))).status()).toBe(status);
      expect((await request.post(paths.data.documents(submissionId), upload)).status()).toBe(status);
      expect((await request.delete(`${paths.data.documents(submissionId)}?ids=any`)).status()).toBe(status);
    }
  });
});
