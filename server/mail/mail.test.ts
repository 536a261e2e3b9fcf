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

test('the welcome mail names who invites, and brings no link', () => {
  const { body: welcome } = renderMail({
    kind: 'welcome',
    values: { customerName: 'Ana', employeeName: 'Rania Haddad', submissionId: 'ff-1' },
  });
  expect(welcome.text).toContain('Rania Haddad has opened an onboarding file for you');
  expect(welcome.text).toContain('ff-1');
  expect(welcome.text + welcome.html).not.toMatch(/https?:|href/);
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
