import { paths } from '@/lib/paths';
import { expectAccessibleAtEachSize } from './fixtures/accessibility';
import { expect, test } from './fixtures/test';

test('a change of the risk model is tried on everybody, proposed, released by another, and assesses everybody anew', async ({
  asStaff,
  start,
}) => {
  test.slow();
  // Its own product, because a release assesses every customer anew.
  const product = await start();
  const maker = await asStaff('compliance', product);
  await maker.goto(paths.riskModel);
  await expect(maker.getByRole('heading', { level: 1, name: 'Risk model' })).toBeVisible();
  await expectAccessibleAtEachSize(maker, ['light']);
  await maker.getByRole('button', { name: 'Start a draft' }).click();
  await maker.waitForURL(/risk-model\/\d+$/);

  await test.step('a threshold is moved, and what it does is tried', async () => {
    const medium = maker.getByLabel('Medium begins at');
    await medium.fill('8');
    await medium.press('Tab');
    await maker.getByRole('button', { name: 'Save the draft' }).click();
    await maker.getByRole('button', { name: 'Try on all customers' }).click();
    await expect(maker.getByText(/levels? would move/).first()).toBeVisible();
    await expectAccessibleAtEachSize(maker);
  });

  await test.step('who proposes it cannot release it', async () => {
    await maker.getByRole('button', { name: 'Propose…' }).click();
    const dialog = maker.getByRole('alertdialog');
    await dialog.getByLabel('What changes, and why').fill('Medium begins earlier.');
    await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
    await expect(maker.getByText('You proposed it: a second person has to release it.')).toBeVisible();
  });

  const checker = await asStaff('compliance2', product);
  await checker.goto(new URL(maker.url()).pathname);
  await checker.getByRole('button', { name: 'Release…' }).click();
  const release = checker.getByRole('alertdialog');
  await release.getByRole('button', { name: 'Release', exact: true }).click();
  await expect(checker.getByText(/is in force/).first()).toBeVisible();

  await test.step('everybody is assessed by it in the background', async () => {
    await checker.goto(`${paths.customers}?q=${encodeURIComponent('Emma')}`);
    await checker.getByRole('link', { name: /Emma/ }).first().click();
    await expect(async () => {
      await checker.reload();
      await expect(checker.getByRole('region', { name: 'Risk' })).toContainText('version 3', {
        timeout: 3_000,
      });
    }).toPass();
  });
});
