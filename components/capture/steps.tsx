'use client';

import { cx } from 'class-variance-authority';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';
import { Progress } from '@/components/ui/progress';
import { ToneMark } from '@/components/ui/tone-mark';
import { owes, type Step } from '@/lib/kyc/capture-pages';
import type { Tone } from '@/lib/theme/tokens';
import { type Place, useCapture } from './capture-context';
import { useStepLink } from './page-turns';
import { SaveAloud, SaveStatus } from './save-status';

/** How far the form is: a bar, the steps with what is open in each, and what is saved. On a phone one line that opens. */
export function Steps({ place }: { place: Place }) {
  const t = useTranslations('capture');
  const steps = useCapture((state) => state.steps);
  const at = place.kind === 'review' ? steps.length : steps.findIndex(({ page }) => page.id === place.pageId);
  return (
    <>
      <aside className="sticky top-[calc(var(--stick)+1.5rem)] space-y-4 max-lg:hidden">
        <FormProgress />
        <StepList place={place} />
        <SaveStatus />
      </aside>
      <div className="sticky top-(--stick) z-10 -mx-4 border-b border-line bg-paper px-4 py-2 md:-mx-6 md:px-6 lg:hidden">
        <div className="flex items-center justify-between gap-3">
          <Popover
            trigger={(props) => (
              <button
                type="button"
                {...props}
                className="inline-flex shrink-0 cursor-pointer items-center gap-1.5 rounded py-1 font-medium hover:text-accent pointer-coarse:min-h-11"
              >
                {place.kind === 'review' ? t('allSteps') : t('step', { step: at + 1, total: steps.length })}
                <ChevronDown className="size-4 text-ink-soft" aria-hidden="true" />
              </button>
            )}
          >
            <div className="w-72 max-w-[calc(100vw-2rem)] space-y-3 p-2">
              <FormProgress />
              <StepList place={place} />
            </div>
          </Popover>
          <SaveStatus compact />
        </div>
      </div>
      <SaveAloud />
    </>
  );
}

/** Answered required questions of all required ones, as the server counts them. */
function FormProgress() {
  const t = useTranslations('capture');
  const share = useCapture((state) => state.view.progress) / 100;
  return (
    <Progress
      label={t('progress')}
      value={Math.round(share * 100)}
      max={100}
      text={t('percent', { value: share })}
    />
  );
}

function StepList({ place }: { place: Place }) {
  const t = useTranslations('capture');
  const steps = useCapture((state) => state.steps);
  const nothing = useCapture((state) => state.view.editable.kind === 'nothing');
  return (
    <nav aria-label={t('steps')}>
      <ol className="-mx-2">
        {steps.map((step, index) => (
          <StepLine
            key={step.page.id}
            to={{ kind: 'page', pageId: step.page.id }}
            number={index + 1}
            current={place.kind === 'page' && place.pageId === step.page.id}
            step={step}
          >
            <bdi>{step.page.name}</bdi>
          </StepLine>
        ))}
        <StepLine to={{ kind: 'review' }} number={steps.length + 1} current={place.kind === 'review'}>
          {t(nothing ? 'reviewRead' : 'review')}
        </StepLine>
      </ol>
    </nav>
  );
}

interface StepLineProps {
  to: Place;
  number: number;
  current: boolean;
  step?: Step;
  children: React.ReactNode;
}

function StepLine({ to, number, current, step, children }: StepLineProps) {
  const link = useStepLink(to);
  return (
    <li>
      <a
        {...link}
        aria-current={current ? 'step' : undefined}
        className={cx(
          'flex items-start gap-2.5 rounded-sm border-s-2 px-2 py-1.5 pointer-coarse:min-h-11',
          current ? 'border-accent bg-hover font-medium' : 'border-transparent hover:bg-hover',
        )}
      >
        <span className="w-4 shrink-0 text-end text-sm/5 text-ink-soft">{number}</span>
        <span className="min-w-0 grow">
          <span className="block">{children}</span>
          {step && <StepState step={step} />}
        </span>
      </a>
    </li>
  );
}

/** What is open on a page, in a word and a shape. */
function StepState({ step }: { step: Step }) {
  const t = useTranslations('capture.state');
  const { tone, words } = stepState(step);
  const shown = words.map(([key, count]) => t(key, { count })).join(' · ');
  return (
    <span className="flex items-center gap-1.5 text-xs font-normal text-ink-soft">
      <ToneMark tone={tone} className="size-2!" />
      {shown}
    </span>
  );
}

type StateWord = 'complete' | 'missing' | 'unfinished' | 'asked' | 'closed';

function stepState(step: Step): { tone: Tone; words: [StateWord, number][] } {
  const open = (['asked', 'missing', 'unfinished'] as const).flatMap((key): [StateWord, number][] =>
    step[key].length > 0 ? [[key, step[key].length]] : [],
  );
  if (owes(step)) return { tone: step.asked.length > 0 ? 'caution' : 'neutral', words: open };
  return step.open
    ? { tone: 'positive', words: [['complete', 0]] }
    : { tone: 'neutral', words: [['closed', 0]] };
}
