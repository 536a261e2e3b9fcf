import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_ATTEMPTS, retryDelay } from './fault';
import { openBody, sealBody } from './seal';
import { renderMail } from './templates';

const key = randomBytes(32);
const body = { text: 'Текст نص 文本', html: '<p>é</p>' };

test('a sealed body opens with its key and mail only', () => {
  const sealed = sealBody(key, 'mail-1', body);
  expect(openBody(key, 'mail-1', sealed)).toEqual(body);
  expect(() => openBody(key, 'mail-2', sealed)).toThrow();
  expect(() => openBody(randomBytes(32), 'mail-1', sealed)).toThrow();
});

test('a body with any bit changed or any end cut off does not open', () => {
  const sealed = sealBody(key, 'mail-1', body);
  fc.assert(
    fc.property(fc.nat({ max: sealed.length - 1 }), fc.nat({ max: 7 }), (index, bit) => {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(index) ^ (1 << bit), index);
      expect(() => openBody(key, 'mail-1', changed)).toThrow();
      expect(() => openBody(key, 'mail-1', sealed.subarray(0, index))).toThrow();
    }),
  );
});

test('the same body is never sealed the same way twice', () => {
  expect(sealBody(key, 'm', body).equals(sealBody(key, 'm', body))).toBe(false);
});

test('the waits between attempts double up to six hours and keep half of that at least', () => {
  const longest = Array.from({ length: MAX_ATTEMPTS }, (_, i) => retryDelay(i + 1, () => 1) / 1000);
  expect(longest.slice(0, 4)).toEqual([30, 60, 120, 240]);
  expect(longest.at(-1)).toBe(6 * 60 * 60);
  expect(retryDelay(1, () => 0)).toBe(15_000);
});

test('the welcome mail names who invites, and brings the link with how long it holds', () => {
  const { body: welcome } = renderMail({
    kind: 'welcome',
    values: {
      customerName: 'Ana',
      employeeName: 'Rania Haddad',
      submissionId: 'ff-1',
      url: 'https://kyc.example/set-password#t',
      minutes: 7 * 24 * 60,
    },
  });
  expect(welcome.text).toContain('Rania Haddad has opened an onboarding file for you');
  expect(welcome.text).toContain('ff-1');
  expect(welcome.text).toContain('https://kyc.example/set-password#t');
  expect(welcome.text).toContain('within the next 7 days');
  expect(welcome.text).toContain('https://kyc.example/portal/sign-in');
});

test('a link that the customer asked for says that the present password still works', () => {
  const values = { customerName: 'Ana', url: 'https://kyc.example/set-password#t', minutes: 60 };
  const sent = renderMail({ kind: 'password_link', values }).body.text;
  const asked = renderMail({ kind: 'password_link', values: { ...values, asked: true } }).body.text;
  expect(sent).toContain('you are signed out everywhere');
  expect(asked).toContain('Your present password works until you set another one');
  expect(asked).not.toContain('signed out');
});

test("a request for more brings compliance's words as they were typed, what to do, and the portal where there is one", () => {
  const asked = [{ what: 'Proof of address', words: 'Too old.\nSend <one> of 2026.' }];
  const values = { customerName: 'Ana', asked };
  const { text, html } = renderMail({
    kind: 'information_requested',
    values: { ...values, url: 'https://kyc.example/portal' },
  }).body;
  expect(text).toContain('Too old.\nSend <one> of 2026.');
  expect(html).toContain('Too old.<br>Send &lt;one&gt; of 2026.');
  expect(text).toContain('https://kyc.example/portal');
  const elsewhere = renderMail({ kind: 'information_requested', values: { ...values, url: null } }).body;
  expect(elsewhere.text).toContain('get in touch with your contact');
  expect(elsewhere.text + elsewhere.html).not.toMatch(/https?:|href/);
});

test('a warning of an expiry names the kind of document, the day and how far it is', () => {
  const { text } = renderMail({
    kind: 'document_expiring',
    values: {
      customerName: 'Ana',
      documents: [
        { what: 'Passport', expiryDate: '2026-12-22', daysAhead: 30 },
        { what: 'Proof of address', expiryDate: '2026-11-23', daysAhead: 1 },
      ],
      url: 'https://kyc.example/portal',
    },
  }).body;
  expect(text).toContain('Passport: the document that we hold expires on 22 Dec 2026, 30 days from now.');
  expect(text).toContain(
    'Proof of address: the document that we hold expires on 23 Nov 2026, 1 day from now.',
  );
});

test('the invitation names the role and how long it holds', () => {
  const { body: invitation } = renderMail({
    kind: 'staff_invitation',
    values: {
      name: 'Ana',
      inviterName: 'Priya Raman',
      role: 'compliance_officer',
      url: 'https://kyc.example/accept-invitation#t',
      minutes: 72 * 60,
    },
  });
  expect(invitation.text).toContain('Priya Raman has made you an account as compliance officer.');
  expect(invitation.text).toContain('within the next 72 hours');
  expect(invitation.text).toContain('https://kyc.example/accept-invitation#t');
});
