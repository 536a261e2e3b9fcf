'use client';

import { useTranslations } from 'next-intl';
import { memo, useEffect } from 'react';
import type { FormSection } from '@/lib/kyc/contract/forms';
import { useCapture, useCaptureContext } from './capture-context';
import { CaptureField } from './capture-field';
import { PageTurns } from './page-turns';
import { SectionSource, sharedSource } from './source-line';

/** One page of the form: its sections and fields as far as they are shown, and the way on. */
export const CapturePage = memo(function CapturePage({ pageId }: { pageId: string }) {
  const t = useTranslations('capture');
  const steps = useCapture((state) => state.steps);
  const formName = useCapture((state) => state.view.formName);
  const at = steps.findIndex((step) => step.page.id === pageId);
  const step = steps[at];
  useStepTitle(step?.page.name);
  if (!step) return <NotShown />;
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()} autoComplete="on">
      {/* Enter in a page's only box would send the form by itself, and load the page anew, before its script is there. */}
      <button type="submit" disabled hidden />
      <header className="mb-6">
        <p className="text-sm text-ink-soft">
          {formName && <bdi>{formName}</bdi>}
          {/* On a phone the line that stays on top says it. */}
          <span className="max-lg:hidden">
            {formName && ' · '}
            {t('step', { step: at + 1, total: steps.length })}
          </span>
        </p>
        <h1
          id="step-title"
          tabIndex={-1}
          className="mt-0.5 text-xl font-semibold tracking-[-0.01em] text-balance outline-none"
        >
          <bdi>{step.page.name}</bdi>
        </h1>
      </header>
      <div className="space-y-6">
        {step.page.sections.map((section) => (
          <Section key={section.id} section={section} />
        ))}
      </div>
      <PageTurns at={at} />
    </form>
  );
});

function Section({ section }: { section: FormSection }) {
  const answers = useCapture((state) => state.view.answers);
  const { audience, readerName } = useCaptureContext();
  const shared = sharedSource(section, answers, { audience, readerName });
  const titleId = `section-${section.id.replace(/[^\w-]/g, '_')}`;
  return (
    <section aria-labelledby={titleId} className="rounded-lg border border-line bg-surface">
      <div className="flex min-h-11 flex-wrap items-baseline justify-between gap-x-4 border-b border-line px-5 py-2.5 max-sm:px-4">
        <h2 id={titleId} className="font-semibold">
          <bdi>{section.name}</bdi>
        </h2>
        {shared && <SectionSource answer={shared} />}
      </div>
      <div className="space-y-6 px-5 pt-4 pb-6 max-sm:px-4">
        {section.fields.map((field) => (
          <CaptureField key={field.id} field={field} sourced={shared !== undefined} />
        ))}
      </div>
    </section>
  );
}

/** A page whose questions are all hidden by what was answered elsewhere: the reader goes to where there is something. */
function NotShown() {
  const { go } = useCaptureContext();
  const first = useCapture((state) => state.steps[0]?.page.id);
  useEffect(() => {
    if (first !== undefined) go({ kind: 'page', pageId: first });
  }, [first, go]);
  return null;
}

/** The window's title names the step, as a page that the server sends would. */
export function useStepTitle(step: string | undefined): void {
  const name = useCapture((state) => state.view.customerName);
  useEffect(() => {
    if (step === undefined) return;
    const product = document.title.split(' · ').at(-1);
    document.title = [step, name, product].join(' · ');
  }, [step, name]);
}
