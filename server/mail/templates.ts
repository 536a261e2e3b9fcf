import { createTranslator } from 'use-intl/core';
import type { Role } from '@/lib/auth/permissions';
import messages from '@/lib/i18n/messages/en/mail.json';
import { type Block, layOut } from './layout';
import type { MailBody } from './seal';

/** What each kind of mail says of its occasion. Names come as typed, in any script; `minutes` is how long the link works. */
export type MailContent =
  | { kind: 'welcome'; values: { customerName: string; employeeName: string; submissionId: string } }
  | { kind: 'password_link'; values: { customerName: string; url: string; minutes: number } }
  | {
      kind: 'staff_invitation';
      values: { name: string; inviterName: string; role: Role; url: string; minutes: number };
    };

export type RenderedMail = { subject: string; body: MailBody };

const t = createTranslator({ locale: 'en', messages, timeZone: 'UTC' });

/** Renders a mail. Its subject never holds what somebody typed, so that no name can pose as one. */
export function renderMail(mail: MailContent): RenderedMail {
  const subject = t(`${mail.kind}.subject`);
  return { subject, body: layOut(subject, t('sender'), blocksOf(mail)) };
}

function blocksOf(mail: MailContent): Block[] {
  switch (mail.kind) {
    case 'welcome': {
      const { customerName, employeeName, submissionId } = mail.values;
      const employee = isolated(employeeName);
      return [
        paragraph(t('greeting', { name: isolated(customerName) })),
        paragraph(t('welcome.invitation', { employee })),
        paragraph(t('welcome.next')),
        paragraph(t('welcome.reference', { submissionId })),
        small(t('welcome.unexpected', { employee })),
        small(t('neverAsked')),
      ];
    }
    case 'password_link': {
      const { customerName, url, minutes } = mail.values;
      return [
        paragraph(t('greeting', { name: isolated(customerName) })),
        paragraph(t('password_link.purpose')),
        button(t('password_link.button'), url),
        paragraph(t('password_link.validity', { duration: duration(minutes) })),
        small(t('password_link.unexpected')),
        small(t('neverAsked')),
      ];
    }
    case 'staff_invitation': {
      const { name, inviterName, role, url, minutes } = mail.values;
      return [
        paragraph(t('greeting', { name: isolated(name) })),
        paragraph(t('staff_invitation.invitation', { inviter: isolated(inviterName), role })),
        button(t('staff_invitation.button'), url),
        paragraph(t('staff_invitation.validity', { duration: duration(minutes) })),
        small(t('staff_invitation.unexpected')),
        small(t('neverAsked')),
      ];
    }
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const small = (text: string): Block => ({ kind: 'small', text });
const button = (label: string, url: string): Block => ({
  kind: 'button',
  label,
  url,
  fallback: t('linkFallback'),
});

/** A name that runs right to left, fenced off by Unicode isolates, so that it does not turn the words around it. */
function isolated(name: string): string {
  return /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(name) ? `\u2068${name}\u2069` : name;
}

/** `60 minutes`, `72 hours`: whole hours from two hours on. */
function duration(minutes: number): string {
  const inHours = minutes >= 120 && minutes % 60 === 0;
  const unit = inHours ? 'hour' : 'minute';
  const format = new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(inHours ? minutes / 60 : minutes);
}
