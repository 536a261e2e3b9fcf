'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { preferenceCookie } from '@/lib/preferences';

/** Folds and unfolds the rail. The choice is a cookie, so that the server draws it right the next time. */
export function RailToggle({ collapsed: initial }: { collapsed: boolean }) {
  const t = useTranslations('shell');
  const [collapsed, setCollapsed] = useState(initial);

  function toggle() {
    const next = !collapsed;
    setCollapsed(next);
    document.querySelector('[data-rail]')?.setAttribute('data-rail', next ? 'collapsed' : 'open');
    document.cookie = preferenceCookie('rail', next ? 'collapsed' : '', location.protocol === 'https:');
  }

  return (
    <IconButton
      label={collapsed ? t('expand') : t('collapse')}
      icon={collapsed ? <PanelLeftOpen className="mirror" /> : <PanelLeftClose className="mirror" />}
      aria-expanded={!collapsed}
      aria-controls="rail-pages"
      onClick={toggle}
    />
  );
}
