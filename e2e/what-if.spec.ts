import { paths } from '@/lib/paths';
import { expectAccessibleAtEachSize } from './fixtures/accessibility';
import { CaseApi } from './fixtures/cases';
import { expect, test } from './fixtures/test';

test('an answer changed on paper shows the level that it would give, and nothing of it is kept', async ({
  asStaff,
  request,
}) => {
  test.slow();
  const api = await CaseApi.open(request);
  const person = await api.addPerson('Paper', 'Tried');
  await api.answerAll(person.submissionId);
  await api.submit(person.submissionId);
  const page = await asStaff('compliance');
  await page.goto(paths.customer(person.submissionId));
  await page.getByRole('button', { name: 'What if…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What if?' });
  await expect(dialog.getByText('Choose a question. The effect shows here at once.')).toBeVisible();
  await expect(dialog.getByText('Political exposure').first()).toBeVisible();

  const question = /politically exposed|public function|public office/i;
  await dialog.getByRole('combobox', { name: 'Change the answer to' }).click();
  await page.getByRole('option', { name: question }).click();
  await dialog.getByRole('radio', { name: 'Yes', exact: true }).check();
  await expect(dialog.getByText(/The level would move from \w+ to High\./)).toBeVisible();
  await expectAccessibleAtEachSize(page);

  await dialog.getByRole('button', { name: 'Start afresh' }).click();
  await expect(dialog.getByText('Choose a question. The effect shows here at once.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Risk' })).not.toContainText('High risk');
});

test('whoever is not of compliance is offered no what-if', async ({ asStaff, request }) => {
  const person = await (await CaseApi.open(request)).addPerson('Paper', 'Hidden');
  const page = await asStaff('rm');
  await page.goto(paths.customer(person.submissionId));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(person.name);
  await expect(page.getByRole('button', { name: 'What if…' })).toHaveCount(0);
});
