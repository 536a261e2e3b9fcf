import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DemoBanner } from './demo-banner';
import { Mark } from './mark';

interface FrontFrameProps {
  demo: boolean;
  children: ReactNode;
}

/** What stands around a page that needs no session: the product's name over a sheet of paper. */
export async function FrontFrame({ demo, children }: FrontFrameProps) {
  const t = await getTranslations('common');
  return (
    <div data-demo={demo || undefined} className="flex min-h-dvh flex-col data-demo:[--banner:2rem]">
      {demo && <DemoBanner />}
      <header className="flex h-(--topbar) shrink-0 items-center gap-2.5 border-b border-line px-6 max-md:px-4">
        <Mark />
        <span className="font-semibold">{t('product')}</span>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="grow px-6 py-10 outline-none max-md:px-4 max-md:py-6 md:py-16"
      >
        {children}
      </main>
    </div>
  );
}
