import { cx } from 'class-variance-authority';
import { Check } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { PortalStanding } from '@/lib/kyc/portal-standing';

const STEPS = ['fill', 'send', 'look', 'done'] as const;

/** Which step a customer is at; what is asked again is part of our looking at it. */
const AT: Record<PortalStanding, number> = {
  invited: 0,
  filling: 0,
  fillingAgain: 0,
  refused: 0,
  ready: 1,
  readyAgain: 1,
  asked: 2,
  answered: 2,
  review: 2,
  approved: 4,
};

/** The whole way in four steps, with the one where the customer is. */
export async function StepPath({ standing }: { standing: PortalStanding }) {
  const t = await getTranslations('portal.home.steps');
  const at = AT[standing];
  return (
    <ol aria-label={t('label')} className="my-6 grid grid-cols-4 gap-1.5 sm:gap-3">
      {STEPS.map((step, index) => {
        const isDone = index < at;
        const isCurrent = index === at;
        return (
          <li
            key={step}
            aria-current={isCurrent ? 'step' : undefined}
            className={cx(
              'border-t-3 pt-2 text-sm',
              isDone || isCurrent ? 'border-accent' : 'border-line',
              isCurrent ? 'font-semibold text-ink' : 'text-ink-soft',
            )}
          >
            <span className="flex items-start gap-1">
              {isDone && <Check className="mt-0.75 size-3.5 shrink-0 text-accent" aria-hidden="true" />}
              {t(step)}
            </span>
            {(isDone || isCurrent) && <span className="sr-only">, {t(isDone ? 'isDone' : 'isCurrent')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
