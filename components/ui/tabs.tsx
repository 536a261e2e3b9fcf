'use client';

import { cx } from 'class-variance-authority';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

export interface Tab {
  id: string;
  label: ReactNode;
  /** A number beside the label. */
  count?: number | undefined;
  panel: ReactNode;
}

interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  initial?: string;
  onChange?: (id: string) => void;
  className?: string;
}

const step: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** Panels of which one shows. Hidden panels stay in the page, so that what was typed or scrolled in them is kept. */
export function Tabs({ label, tabs, initial, onChange, className }: TabsProps) {
  const id = useId();
  const [chosen, setChosen] = useState(initial ?? tabs[0]?.id);

  function choose(next: Tab | undefined) {
    if (!next) return;
    setChosen(next.id);
    onChange?.(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const towards =
      (step[event.key] ?? 0) * (getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1);
    if (event.key === 'Home') choose(tabs[0]);
    else if (event.key === 'End') choose(tabs.at(-1));
    else if (towards) choose(tabs[(at + towards + tabs.length) % tabs.length]);
    else return;
    event.preventDefault();
  }

  return (
    <div className={className}>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="mb-4 flex gap-1 overflow-x-auto border-b border-line"
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab.id === chosen}
            aria-controls={`${id}-${tab.id}-panel`}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => choose(tab)}
            className={cx(
              '-mb-px flex h-9 shrink-0 cursor-pointer items-center gap-1.5 border-b-2 px-3 font-medium pointer-coarse:h-11 focus-visible:outline-offset-[-2px]',
              tab.id === chosen
                ? 'border-accent text-ink'
                : 'border-transparent text-ink-soft hover:text-ink',
            )}
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-sm text-ink-soft">{tab.count}</span>}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          id={`${id}-${tab.id}-panel`}
          role="tabpanel"
          aria-labelledby={`${id}-${tab.id}`}
          hidden={tab.id !== chosen}
          tabIndex={0}
        >
          {tab.panel}
        </div>
      ))}
    </div>
  );
}
