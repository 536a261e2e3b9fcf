import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '@/components/auth/sign-in-form';
import { ClientMessages } from '@/components/ui/client-messages';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { safeCallbackPath } from '@/lib/callback-path';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@/lib/demo-accounts';
import { paths } from '@/lib/paths';
import { portalIsOpen } from '@/server/auth/portal/session';
import { staffSession } from '@/server/auth/session';
import { env } from '@/server/env';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signIn'))('title') };
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const query = await searchParams;
  const asked = safeCallbackPath(typeof query.callbackUrl === 'string' ? query.callbackUrl : undefined);
  const next = asked ?? paths.home;
  if (await staffSession()) redirect(next);
  const t = await getTranslations('auth.signIn');
  const demo = env().mode === 'demo' ? demoAccounts() : undefined;
  return (
    <div className={`mx-auto ${demo ? 'max-w-4xl' : 'max-w-sm'}`}>
      <h1 className="text-xl font-semibold tracking-[-0.01em]">{t('title')}</h1>
      <p className="mt-1 text-ink-soft">{t('lead')}</p>
      {asked && asked !== paths.home && (
        <Notice tone="info" className="mt-5">
          {t('again')}
        </Notice>
      )}
      <div
        className={`mt-6 grid gap-10 ${demo ? 'md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)] md:gap-16' : ''}`}
      >
        <ClientMessages areas={['auth']}>
          <SignInForm next={next} {...(demo && { demo })} />
        </ClientMessages>
      </div>
      {portalIsOpen() && (
        <p className="mt-10 border-t border-line pt-4 text-sm text-ink-soft">
          {t.rich('customer', {
            link: (words) => <TextLink href={paths.portalSignIn}>{words}</TextLink>,
          })}
        </p>
      )}
    </div>
  );
}

function demoAccounts() {
  const accounts = DEMO_ACCOUNTS.map(({ email, name, role }) => ({ email, name, role }));
  return { accounts, password: DEMO_PASSWORD };
}
