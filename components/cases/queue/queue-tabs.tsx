'use client';

import { useQuery } from '@tanstack/react-query';
import { cx } from 'class-variance-authority';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { caseViewQuery } from '@/lib/kyc/case-query';
import type { CaseQueueView } from '@/lib/kyc/case-view';
import { CASE_TABS } from '@/lib/kyc/cases';
import { paths, withQuery } from '@/lib/paths';
import { caseCountsQuery } from '@/lib/query/cases';

/** The parts of the queue, each with how many cases it holds; links, because the URL is the view. */
export function QueueTabs({ view }: { view: CaseQueueView }) {
  const t = useTranslations('queue');
  const { data: counts } = useQuery(caseCountsQuery);
  const tabs = useRef<HTMLElement>(null);

  // On a phone not all of them have room: the one that is open is among those that show.
  useEffect(() => {
    const open = tabs.current?.querySelector('[aria-current]');
    open?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [view.tab]);

  return (
    <nav ref={tabs} aria-label={t('tabs')} className="mb-3 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {CASE_TABS.map((tab) => {
          const current = tab === view.tab;
          const held = counts?.[tab];
          return (
            <li key={tab}>
              <Link
                href={withQuery(paths.queue, caseViewQuery({ ...view, tab, after: undefined }))}
                aria-current={current ? 'page' : undefined}
                scroll={false}
                className={cx(
                  '-mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-3 font-medium whitespace-nowrap pointer-coarse:h-11 focus-visible:outline-offset-[-2px]',
                  current ? 'border-accent text-ink' : 'border-transparent text-ink-soft hover:text-ink',
                )}
              >
                {t(`tab.${tab}`)}
                {held && (
                  <span
                    className={cx(
                      'min-w-5 rounded-full px-1.5 text-center text-xs/5',
                      tab === 'overdue' && held.count > 0
                        ? 'bg-critical-soft font-semibold text-critical-fg'
                        : 'bg-sunken text-ink-soft',
                    )}
                  >
                    {t(held.more ? 'countShortMore' : 'countShort', { count: held.count })}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
