import { getTranslations } from 'next-intl/server';
import { Bidi } from '@/components/ui/bidi';
import type { CaptureView } from '@/lib/kyc/capture';
import type { PortalOverview } from '@/lib/kyc/portal-standing';
import { AskedAgain } from './asked-again';
import { HomeAside } from './home-aside';
import { OwedPages } from './owed-pages';
import { StandingPanel } from './standing-panel';
import { StepPath } from './step-path';

interface PortalHomeProps {
  view: CaptureView;
  overview: PortalOverview;
}

/** The customer's first page: where it stands, what is owed, and what comes next, in this order. */
export async function PortalHome({ view, overview }: PortalHomeProps) {
  const t = await getTranslations('portal.home');
  return (
    <>
      <h1 className="text-xl font-semibold tracking-[-0.01em] text-balance">
        {t.rich('hello', { name: () => <Bidi>{view.customerName}</Bidi> })}
      </h1>
      <StepPath standing={overview.standing} />
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="space-y-6">
          <StandingPanel view={view} overview={overview} />
          {overview.asked.length > 0 && <AskedAgain items={overview.asked} />}
          <OwedPages overview={overview} />
        </div>
        <HomeAside view={view} overview={overview} />
      </div>
    </>
  );
}
