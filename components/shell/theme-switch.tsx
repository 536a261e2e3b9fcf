'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { preferenceCookie, type ThemeChoice } from '@/lib/preferences';

const icons = { system: Monitor, light: Sun, dark: Moon };
const choices = ['system', 'light', 'dark'] as const;

/** Shows a theme at once, and keeps it for the server's next page. */
function show(choice: ThemeChoice) {
  const value = choice === 'system' ? '' : choice;
  document.cookie = preferenceCookie('theme', value, location.protocol === 'https:');
  if (value) document.documentElement.dataset.theme = value;
  else delete document.documentElement.dataset.theme;
}

/** Light, dark, or as the system says. */
export function ThemeSwitch({ theme }: { theme: ThemeChoice }) {
  const t = useTranslations('shell.user');
  const [chosen, setChosen] = useState(theme);

  function choose(choice: ThemeChoice) {
    setChosen(choice);
    show(choice);
  }

  return (
    <div role="radiogroup" aria-label={t('theme')} className="px-2.5 py-2.5">
      <p aria-hidden="true" className="mb-1.5 text-xs text-ink-soft">
        {t('theme')}
      </p>
      <div className="grid grid-cols-3 gap-1 rounded bg-sunken p-1">
        {choices.map((choice) => {
          const Icon = icons[choice];
          return (
            <label
              key={choice}
              className="flex h-7 cursor-pointer items-center justify-center gap-1.5 rounded-sm px-2 text-sm font-medium text-ink-soft pointer-coarse:h-11 has-checked:bg-raised has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name="theme"
                value={choice}
                checked={chosen === choice}
                onChange={() => choose(choice)}
                className="sr-only"
              />
              <Icon className="size-3.5" aria-hidden="true" />
              {t(choice)}
            </label>
          );
        })}
      </div>
    </div>
  );
}
