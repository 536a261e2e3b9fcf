import { createTranslator } from 'use-intl/core';
import type { Role } from '@/lib/auth/permissions';
import { formatCalendarDay } from '@/lib/format/dates';
import messages from '@/lib/i18n/messages/en/mail.json';
import { paths } from '@/lib/paths';
import { type Block, layOut } from './layout';
import type { MailBody } from './seal';

/** What each kind of mail says of its occasion. Names come as typed, in any script; `minutes` is how long the link works. */
export type MailContent =
  | {
      kind: 'welcome';
      values: {
        customerName: string;
        employeeName: string;
        submissionId: string;
        url: string;
        minutes: number;
      };
    }
  /** `asked`: the customer asked for it, so that no session has ended and the password still works. */
  | { kind: 'password_link'; values: { customerName: string; url: string; minutes: number; asked?: boolean } }
  /** `what`: the question or the type of document, in words; `words`: compliance's. `url`: the portal's, null where there is none. */
  | {
      kind: 'information_requested';
      values: { customerName: string; asked: readonly { what: string; words: string }[]; url: string | null };
    }
  | {
      kind: 'document_expiring';
      values: {
        customerName: string;
        /** At least one, the soonest first. */
        documents: readonly { what: string; expiryDate: string; daysAhead: number }[];
        url: string | null;
      };
    }
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
      const { customerName, employeeName, submissionId, url, minutes } = mail.values;
      const employee = isolated(employeeName);
      const signIn = new URL(paths.portalSignIn, url).href;
      return [
        greeting(customerName),
        paragraph(t('welcome.invitation', { employee })),
        paragraph(t('welcome.next')),
        button(t('welcome.button'), url),
        paragraph(t('welcome.validity', { duration: duration(minutes), signIn })),
        paragraph(t('welcome.ready')),
        paragraph(t('welcome.reference', { submissionId })),
        small(t('welcome.unexpected', { employee })),
        small(t('neverAsked')),
      ];
    }
    case 'password_link': {
      const { customerName, url, minutes, asked } = mail.values;
      const validity = asked ? 'password_link.askedValidity' : 'password_link.validity';
      return [
        greeting(customerName),
        paragraph(t('password_link.purpose')),
        ...(asked ? [paragraph(t('password_link.asked'))] : []),
        button(t('password_link.button'), url),
        paragraph(t(validity, { duration: duration(minutes) })),
        small(t('password_link.unexpected')),
        small(t('neverAsked')),
      ];
    }
    case 'information_requested': {
      const { customerName, asked, url } = mail.values;
      return [
        greeting(customerName),
        paragraph(t('information_requested.lead', { count: asked.length })),
        ...asked.map(({ what, words }) => paragraph(`${isolated(what)}\n${words}`)),
        ...wayOn('information_requested', url),
        small(t('neverAsked')),
      ];
    }
    case 'document_expiring': {
      const { customerName, documents, url } = mail.values;
      return [
        greeting(customerName),
        ...documents.map(({ what, expiryDate, daysAhead }) => {
          const day = formatCalendarDay(expiryDate, 'en');
          return paragraph(t('document_expiring.lead', { what, day, days: daysAhead }));
        }),
        ...wayOn('document_expiring', url),
        small(t('neverAsked')),
      ];
    }
    case 'staff_invitation': {
      const { name, inviterName, role, url, minutes } = mail.values;
      return [
        greeting(name),
        paragraph(t('staff_invitation.invitation', { inviter: isolated(inviterName), role })),
        button(t('staff_invitation.button'), url),
        paragraph(t('staff_invitation.validity', { duration: duration(minutes) })),
        small(t('staff_invitation.unexpected')),
        small(t('neverAsked')),
      ];
    }
  }
}

/** What to do about it: in the portal, or where there is none with the contact at the firm. */
function wayOn(kind: 'information_requested' | 'document_expiring', url: string | null): Block[] {
  const steps =
    url === null
      ? [paragraph(t(`${kind}.contact`))]
      : [paragraph(t(`${kind}.todo`)), button(t(`${kind}.button`), url)];
  return [...steps, small(t(`${kind}.careful`))];
}

const greeting = (name: string) => paragraph(t('greeting', { name: isolated(name) }));
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

/** `60 minutes`, `72 hours`, `7 days`: the largest unit of which there are whole ones, hours from two on, days from four on. */
function duration(minutes: number): string {
  const [unit, of] =
    UNITS.find(([, size, least]) => minutes % size === 0 && minutes / size >= least) ?? MINUTE;
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(minutes / of);
}

/** A unit with its length in minutes, and how many of it there must be. */
const MINUTE = ['minute', 1, 0] as const;
const UNITS = [['day', 24 * 60, 4], ['hour', 60, 2], MINUTE] as const;
