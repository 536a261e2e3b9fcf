'use client';

import { useTranslations } from 'next-intl';
import { Code } from '@/components/ui/bidi';
import { Spinner } from '@/components/ui/spinner';
import type { Role } from '@/lib/auth/permissions';

export type DemoAccount = { email: string; name: string; role: Role };

interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  password: string;
  /** The account that is being signed in. */
  chosen: string | undefined;
  onChoose: (email: string) => void;
}

/** The demo's accounts, each signed in by one press. */
export function DemoAccounts({ accounts, password, chosen, onChoose }: DemoAccountsProps) {
  const t = useTranslations('auth');
  return (
    <section aria-labelledby="demo-accounts" className="min-w-0">
      <h2 id="demo-accounts" className="font-semibold">
        {t('demo.title')}
      </h2>
      <p className="mt-0.5 text-sm text-ink-soft">
        {t('demo.text')}{' '}
        <span className="whitespace-nowrap">
          <Code>{password}</Code>
        </span>
      </p>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {accounts.map(({ email, name, role }) => (
          <li key={email}>
            <button
              type="button"
              onClick={() => onChoose(email)}
              aria-label={t('demo.signInAs', { name, role: t(`roles.${role}`) })}
              className="grid w-full cursor-pointer grid-cols-[1fr_auto] items-center gap-x-3 px-2 py-2 text-start hover:bg-hover"
            >
              <span className="min-w-0">
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <bdi className="font-medium">{name}</bdi>
                  <span className="text-sm text-ink-soft">{t(`roles.${role}`)}</span>
                </span>
                <span className="block text-sm text-ink-soft">{t(`demo.tasks.${role}`)}</span>
                <span className="block font-mono text-sm break-all">{email}</span>
              </span>
              <span aria-hidden="true" className="text-accent">
                {chosen === email ? <Spinner /> : <span className="mirror inline-block">→</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
