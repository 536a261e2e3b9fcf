import { DEMO_API_CLIENT } from '@/lib/demo-accounts';
import { paths } from '@/lib/paths';
import { createdId, customerId, downloadReport, freshEmail, typePerson } from './fixtures/customers';
import { demoDataDir } from './fixtures/demo-data';
import { linkInMail } from './fixtures/mail';
import { lastingPort } from './fixtures/ports';
import { expect, test } from './fixtures/test';

test('the whole job in front of a KYC API that somebody else runs, which goes away and comes back', async ({
  start,
  asStaff,
}) => {
  test.slow();
  const PORT = await lastingPort();
  const backend = await start({ env: { PORT }, dataDir: await demoDataDir() });
  const front = await start({
    env: {
      KYC_API_URL: `${backend.url}/api`,
      KYC_AUTH_URL: backend.url,
      KYC_APP_ID: DEMO_API_CLIENT.appId,
      KYC_APP_SECRET: DEMO_API_CLIENT.appSecret,
      KYC_TENANT_ID: DEMO_API_CLIENT.tenantId,
    },
  });
  const rm = await asStaff('rm', front);
  await rm.goto(paths.newCustomer);
  const email = freshEmail('remote');
  await typePerson(rm, { firstName: 'Renée', lastName: 'Remote', email });
  await rm.getByRole('button', { name: 'Create customer' }).click();
  const id = await createdId(rm);
  await expect(rm.getByText('it does not report back')).toBeVisible();
  await rm.getByRole('link', { name: 'Open the profile' }).click();
  await expect(rm.getByRole('heading', { level: 1, name: 'Renée Remote' })).toBeVisible();
  await expect(rm.getByText('Required, not answered').first()).toBeVisible();
  expect((await downloadReport(rm)).text).toContain('Renée Remote');

  const officer = await asStaff('compliance', front);
  await officer.goto(paths.customer(id));
  await expect(officer.getByText('Decisions are made in the connected KYC service.')).toBeVisible();
  await expect(officer.getByRole('region', { name: 'Risk' })).toBeVisible();
  await expect(officer.getByRole('button', { name: 'What if…' })).toHaveCount(0);

  const there = await asStaff('admin', backend);
  expect(await customerId(there.request, email)).toBe(id);
  const admin = await asStaff('admin', front);
  await admin.goto(paths.customer(id));
  await admin.getByRole('button', { name: 'Send password link' }).click();
  await admin.getByRole('alertdialog').getByRole('textbox', { name: 'Reason' }).fill('First sign-in');
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Send the link' }).click();
  await expect(admin.getByText('The password link is on its way')).toBeVisible();
  expect(new URL(await linkInMail(there, email, 'Set your password')).origin).toBe(backend.url);

  await backend.end();
  await rm.reload();
  await expect(rm.getByText('The KYC service does not answer', { exact: true })).toBeVisible();
  await expect(rm.getByRole('heading', { level: 1, name: 'Renée Remote' })).toBeVisible();
  await rm.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Customers' }).click();
  await expect(rm.getByRole('link', { name: 'Renée Remote' })).toBeVisible();

  await start({ dataDir: backend.dataDir, env: { PORT } });
  await rm.getByRole('link', { name: 'Renée Remote' }).click();
  await expect(rm.getByRole('heading', { level: 1, name: 'Renée Remote' })).toBeVisible();
  await expect(rm.getByText('The KYC service does not answer')).toHaveCount(0);
});
