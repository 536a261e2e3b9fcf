'use client';

import { useTranslations } from 'next-intl';
import { Code } from '@/components/ui/bidi';
import type { DEMO_PORTAL_ACCOUNTS } from '@/lib/demo-accounts';

export type DemoCustomer = (typeof DEMO_PORTAL_ACCOUNTS)[number];

interface DemoCustomersProps {
  accounts: readonly DemoCustomer[];
  password: string;
  /** The sign-in form's own action. */
  send: (form: FormData) => void;
  busy: boolean;
  next: string;
}

/** Some of the demo's customers, each signed in by one press. */
export function DemoCustomers({ accounts, password, send, busy, next }: DemoCustomersProps) {
  const t = useTranslations('portal.signIn.demo');
  return (
    <section aria-labelledby="demo-customers" className="min-w-0">
      <h2 id="demo-customers" className="font-semibold">
        {t('title')}
      </h2>
      <p className="mt-0.5 text-sm text-ink-soft">
        {t('text')}{' '}
        <span className="whitespace-nowrap">
          <Code>{password}</Code>
        </span>
      </p>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {accounts.map(({ email, name, stands }) => (
          <li key={email}>
            <form action={send}>
              <input type="hidden" name="next" value={next} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <button
                type="submit"
                aria-disabled={busy || undefined}
                aria-label={t('signInAs', { name })}
                className="grid w-full cursor-pointer grid-cols-[1fr_auto] items-center gap-x-3 px-2 py-2 text-start hover:bg-hover"
              >
                <span className="min-w-0">
                  <bdi className="font-medium">{name}</bdi>
                  <span className="block text-sm text-ink-soft">{t(stands)}</span>
                  <span className="block font-mono text-sm break-all">{email}</span>
                </span>
                <span aria-hidden="true" className="text-accent">
                  <span className="mirror inline-block">→</span>
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
