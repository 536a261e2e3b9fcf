'use client';

import { Keyboard } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { clearDrafts } from '@/components/form/persisted-draft';
import { Popover } from '@/components/ui/popover';
import type { ThemeChoice } from '@/lib/preferences';
import { showShortcuts } from './shortcuts';
import { ThemeSwitch } from './theme-switch';

interface UserMenuProps {
  name: string;
  /** The role in words. */
  role: string;
  email: string;
  theme: ThemeChoice;
  /** The form or button that signs out. */
  signOut: ReactNode;
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('');
}

/** Who is signed in, the theme, the shortcuts and the way out. Leaving on purpose forgets this tab's drafts. */
export function UserMenu({ name, role, email, theme, signOut }: UserMenuProps) {
  const t = useTranslations('shell.user');
  return (
    <Popover
      align="end"
      trigger={(props) => (
        <button
          type="button"
          {...props}
          aria-label={t('menu', { name })}
          className="flex cursor-pointer items-center gap-2.5 rounded py-1 ps-1 pe-2 hover:bg-hover pointer-coarse:min-h-11"
        >
          <span
            aria-hidden="true"
            className="inline-flex size-7 items-center justify-center rounded-full border border-line-strong bg-raised text-xs font-semibold"
          >
            {initials(name)}
          </span>
          <bdi className="max-w-40 truncate font-medium max-md:hidden">{name}</bdi>
        </button>
      )}
    >
      <div className="w-66">
        <div className="border-b border-line px-2.5 pt-1.5 pb-2.5">
          <p className="text-xs text-ink-soft">{t('signedInAs')}</p>
          <p className="mt-0.5 font-medium">
            <bdi>{name}</bdi>
          </p>
          <p className="text-sm break-all text-ink-soft">{email}</p>
          <p className="mt-1 text-sm">{role}</p>
        </div>
        <ThemeSwitch theme={theme} />
        <div className="border-t border-line pt-1">
          <button
            type="button"
            data-close
            onClick={showShortcuts}
            className="flex w-full cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-start hover:bg-hover pointer-coarse:hidden"
          >
            <Keyboard className="size-4 text-ink-soft" aria-hidden="true" />
            {t('shortcuts')}
          </button>
          <div onSubmit={clearDrafts}>{signOut}</div>
        </div>
      </div>
    </Popover>
  );
}
