import { paths } from '@/lib/paths';
import { expectAccessible } from './fixtures/accessibility';
import { customerId, freshEmail } from './fixtures/customers';
import { linkInMail } from './fixtures/mail';
import { signInAt } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const PASSWORD = 'violet-harbour-quilt-93';

test('an admin invites a user, who accepts and signs in; disabling ends the session at once', async ({
  asStaff,
  asVisitor,
}) => {
  const admin = await asStaff('admin');
  const email = freshEmail('nadia');
  await admin.goto(paths.users);
  await admin.getByRole('button', { name: 'Invite a user' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Invite a user' });
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Nadia Invited');
  await dialog.getByLabel('Role').selectOption('Compliance officer');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(admin.getByText(`Invitation queued for ${email}`)).toBeVisible();
  const row = admin.getByRole('row').filter({ hasText: email });
  await expect(row).toContainText('Invited');
  const link = await linkInMail(admin, email, 'Your account for KYC Onboarding');

  const person = await asVisitor();
  await person.goto(link);
  await expect(person.getByText('Your role: Compliance officer.')).toBeVisible();
  await expectAccessible(person);
  await person.getByLabel('New password').fill(PASSWORD);
  await expect(person.getByText('Strong enough')).toBeVisible();
  await person.getByRole('button', { name: 'Set the password' }).click();
  await expect(person.getByRole('heading', { name: 'Your account is ready' })).toBeVisible();
  await person.getByRole('link', { name: 'Go to the sign-in page' }).click();
  await person.getByLabel('E-mail address').fill(email);
  await person.getByLabel('Password').fill(PASSWORD);
  await person.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(person.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  await admin.goto(paths.users);
  await row.getByRole('button', { name: 'Actions for Nadia Invited' }).click();
  await admin.getByRole('menuitem', { name: 'Disable…' }).click();
  const alert = admin.getByRole('alertdialog', { name: 'Disable Nadia Invited?' });
  await expect(alert).toContainText('Every session of Nadia Invited ends at once');
  await alert.getByRole('button', { name: 'Disable the user' }).click();
  await expect(row).toContainText('Disabled');

  await person.goto(paths.employees);
  await expect(person.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await person.context().clearCookies();
  await expect(signInAt(new URL(link).origin, person.context(), email, PASSWORD)).rejects.toThrow(
    /not signed in/,
  );
  await person.goto(link);
  await expect(person.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
});

test('an admin sends a password link with a reason; it sets a password once', async ({
  asStaff,
  asVisitor,
}) => {
  const admin = await asStaff('admin');
  const id = await customerId(admin.request, 'kwame.osei@mail.example');
  await admin.goto(paths.customer(id));
  await expect(admin.getByRole('heading', { level: 1, name: 'Kwame Osei-Mensah' })).toBeVisible();
  await expect(admin.getByText('Onboarding', { exact: true })).toBeVisible();
  for (const part of ['Answers', 'Risk', 'Documents']) {
    await expect(admin.getByRole('region', { name: part })).toHaveCount(0);
  }
  await expect(admin.getByRole('link', { name: 'Download report' })).toHaveCount(0);

  await admin.getByRole('button', { name: 'Send password link' }).click();
  const alert = admin.getByRole('alertdialog', { name: 'Send a password link?' });
  await expect(alert).toContainText('Earlier links stop working');
  await alert.getByRole('button', { name: 'Send the link' }).click();
  await expect(alert.getByText('Say it in at least five characters.').first()).toBeVisible();
  await alert.getByRole('textbox', { name: 'Reason' }).fill('Asked by telephone, called back');
  await alert.getByRole('button', { name: 'Send the link' }).click();
  await expect(admin.getByText('The password link is on its way')).toBeVisible();
  await expect(admin.getByText('k•••i@mail.example')).toBeVisible();
  await admin.reload();
  await expect(admin.getByText('Reason: Asked by telephone, called back')).toBeVisible();
  const link = await linkInMail(admin, 'kwame.osei@mail.example', 'Set your password');

  const customer = await asVisitor();
  await customer.goto(link);
  await expect(customer.getByRole('heading', { name: 'Set your password' })).toBeVisible();
  const password = customer.getByLabel('New password');
  const submit = customer.getByRole('button', { name: 'Set the password' });
  await password.fill('password1234');
  await submit.click();
  await expect(customer.getByRole('group', { name: 'It was not sent' })).toBeVisible();
  await password.fill(PASSWORD);
  await submit.click();
  await expect(customer.getByRole('heading', { name: 'Welcome, Kwame Osei-Mensah' })).toBeVisible();
  expect(new URL(customer.url()).pathname).toBe('/portal');
  expect(customer.url()).not.toContain('#');

  const again = await asVisitor();
  await again.goto(link);
  await expect(again.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
});

test('the link that a real installation prints makes its first admin, once', async ({ start, openPage }) => {
  const product = await start({ env: { AUTH_SECRET: 'a-secret-of-this-test-and-of-nothing-else' } });
  const link = /http:\/\/\S+#\S+/.exec(product.output())?.[0] ?? '';
  const page = await openPage(product);
  await page.goto(link);
  await page.getByLabel('E-mail address').fill('first@journeys.example');
  await page.getByLabel('Your name').fill('Farah First');
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the admin account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is ready' })).toBeVisible();

  await signInAt(product.url, page.context(), 'first@journeys.example', PASSWORD);
  await page.goto(paths.users);
  await expect(page.getByRole('row').filter({ hasText: 'Farah First' })).toContainText('Admin');
  await page.goto(paths.customers);
  await expect(page.getByText('No customers yet')).toBeVisible();

  const second = await openPage(product);
  await second.goto(link);
  await expect(second.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
});
