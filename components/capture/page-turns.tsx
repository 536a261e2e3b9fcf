'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MouseEvent, ReactNode } from 'react';
import { buttonStyle } from '@/components/ui/button-style';
import { type Place, useCapture, useCaptureContext } from './capture-context';

/** The way to the page before and the page after; after the last one comes the review. */
export function PageTurns({ at }: { at: number }) {
  const t = useTranslations('capture');
  const steps = useCapture((state) => state.steps);
  const kind = useCapture((state) => state.view.editable.kind);
  const before = steps[at - 1];
  // Where only something is asked again, the way on leads past what is only there to be read.
  const after = kind === 'asked' ? steps.find((step, index) => index > at && step.open) : steps[at + 1];
  return (
    <nav
      aria-label={t('turns')}
      className="mt-6 flex flex-wrap items-center justify-between gap-3 max-sm:flex-col-reverse max-sm:items-stretch"
    >
      {before ? (
        <StepLink
          to={{ kind: 'page', pageId: before.page.id }}
          label={t('previousTo', { page: before.page.name })}
        >
          <ArrowLeft className="mirror" aria-hidden="true" />
          {t('previous')}
        </StepLink>
      ) : (
        <span className="max-sm:hidden" />
      )}
      {after ? (
        <StepLink primary to={{ kind: 'page', pageId: after.page.id }}>
          <span className="min-w-0 truncate">{t('nextTo', { page: after.page.name })}</span>
          <ArrowRight className="mirror" aria-hidden="true" />
        </StepLink>
      ) : (
        <StepLink primary to={{ kind: 'review' }}>
          {t(kind === 'nothing' ? 'reviewRead' : 'nextReview')}
          <ArrowRight className="mirror" aria-hidden="true" />
        </StepLink>
      )}
    </nav>
  );
}

interface StepLinkProps {
  to: Place;
  fieldId?: string;
  primary?: boolean;
  /** What it is called where its own words are too short. */
  label?: string;
  children: ReactNode;
}

/** A button-like link to a step. */
function StepLink({ to, primary, label, children }: StepLinkProps) {
  const link = useStepLink(to);
  return (
    <a
      {...link}
      aria-label={label}
      className={`${buttonStyle({ variant: primary ? 'primary' : 'secondary', size: 'lg' })} max-w-full min-w-0`}
    >
      {children}
    </a>
  );
}

/** What makes an anchor lead to a step, or to a field of it, without asking the server; in a new tab it asks it. */
export function useStepLink(to: Place, fieldId?: string) {
  const { href, go } = useCaptureContext();
  return {
    href: href(to),
    onClick: (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(to, fieldId);
    },
  };
}
