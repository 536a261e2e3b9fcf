'use client';

import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { paths } from '@/lib/paths';
import { signOut } from './next-auth-client';

/** The way out: a form, so that what stands around it hears of it. `className` is the button's. */
export function SignOutForm({ className }: { className?: string }) {
  const t = useTranslations('shell');
  const [leaving, setLeaving] = useState(false);

  async function leave(event: FormEvent) {
    event.preventDefault();
    setLeaving(true);
    // A failed call leaves the session as it is; the start page then shows that one is still signed in.
    await signOut().finally(() => location.assign(paths.signIn));
  }

  return (
    <form onSubmit={(event) => void leave(event)}>
      <button type="submit" aria-busy={leaving || undefined} className={className}>
        <LogOut className="mirror" aria-hidden="true" />
        {leaving ? t('signingOut') : t('signOut')}
      </button>
    </form>
  );
}
