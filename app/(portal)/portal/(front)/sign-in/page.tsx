import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PortalSignIn } from '@/components/portal/portal-sign-in';
import { ClientMessages } from '@/components/ui/client-messages';
import { Notice } from '@/components/ui/notice';
import { safeCallbackPath } from '@/lib/callback-path';
import { DEMO_PASSWORD, DEMO_PORTAL_ACCOUNTS } from '@/lib/demo-accounts';
import { paths } from '@/lib/paths';
import { signInFromForm } from '@/server/actions/portal-sign-in';
import { portalIsOpen, portalSession } from '@/server/auth/portal/session';
import { env } from '@/server/env';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('portal.signIn'))('title') };
}

export default async function PortalSignInPage({ searchParams }: PageProps<'/portal/sign-in'>) {
  if (!portalIsOpen()) notFound();
  if (await portalSession()) redirect(paths.portal);
  const { callbackUrl } = await searchParams;
  const next = safeCallbackPath(typeof callbackUrl === 'string' ? callbackUrl : undefined);
  const t = await getTranslations('portal.signIn');
  const demo =
    env().mode === 'demo' ? { accounts: DEMO_PORTAL_ACCOUNTS, password: DEMO_PASSWORD } : undefined;
  return (
    <div className={`mx-auto ${demo ? 'max-w-4xl' : 'max-w-sm'}`}>
      <h1 className="text-xl font-semibold tracking-[-0.01em]">{t('title')}</h1>
      <p className="mt-1 max-w-2xl text-ink-soft text-balance">{t('lead')}</p>
      {next && (
        <Notice tone="info" className="mt-5">
          {t('again')}
        </Notice>
      )}
      <div
        className={`mt-6 grid gap-10 ${demo ? 'md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)] md:gap-16' : ''}`}
      >
        <ClientMessages areas={['portal']}>
          <PortalSignIn action={signInFromForm} next={next ?? ''} {...(demo && { demo })} />
        </ClientMessages>
      </div>
    </div>
  );
}
