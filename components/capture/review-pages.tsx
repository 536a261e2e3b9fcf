'use client';

import { useTranslations } from 'next-intl';
import { ToneMark } from '@/components/ui/tone-mark';
import type { Step } from '@/lib/kyc/capture-pages';
import { isFilled } from '@/lib/kyc/conditions';
import type { FormField } from '@/lib/kyc/contract/forms';
import { useCapture, useCaptureContext } from './capture-context';
import { FieldValue } from './fields/field-value';
import { useStepLink } from './page-turns';
import { isForeign, SectionSource, SourceLine, sharedSource } from './source-line';

/** Every answer by page and section, each page with the way to change it. */
export function ReviewPages() {
  const steps = useCapture((state) => state.steps);
  return (
    <div className="space-y-4">
      {steps.map((step) => (
        <ReviewPage key={step.page.id} step={step} />
      ))}
    </div>
  );
}

function ReviewPage({ step: { page, open } }: { step: Step }) {
  const t = useTranslations('capture.reviewPage');
  const { audience, readerName } = useCaptureContext();
  const answers = useCapture((state) => state.view.answers);
  const link = useStepLink({ kind: 'page', pageId: page.id });
  const titleId = `review-${page.id.replace(/[^\w-]/g, '_')}`;
  return (
    <section aria-labelledby={titleId} className="rounded-lg border border-line bg-surface">
      <div className="flex min-h-11 items-center justify-between gap-4 border-b border-line px-5 max-sm:px-4">
        <h2 id={titleId} className="font-semibold">
          <bdi>{page.name}</bdi>
        </h2>
        <a
          {...link}
          aria-label={open ? t('editPage', { page: page.name }) : undefined}
          className="inline-flex min-h-9 items-center text-sm text-accent underline decoration-line-strong underline-offset-3 hover:decoration-current"
        >
          {t(open ? 'edit' : 'read')}
        </a>
      </div>
      <div className="divide-y divide-line px-5 max-sm:px-4">
        {page.sections.map((section) => {
          const shared = sharedSource(section, answers, { audience, readerName });
          return (
            <section key={section.id} className="py-3">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <h3 className="text-sm font-medium text-ink-soft">
                  <bdi>{section.name}</bdi>
                </h3>
                {shared && <SectionSource answer={shared} />}
              </div>
              <dl>
                {section.fields.map((field) => (
                  <ReviewAnswer key={field.id} field={field} sourced={shared !== undefined} />
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </section>
  );
}

function ReviewAnswer({ field, sourced }: { field: FormField; sourced: boolean }) {
  const t = useTranslations('capture.reviewPage');
  const { fields, audience, readerName } = useCaptureContext();
  const value = useCapture((state) => {
    const unsaved = state.queue.unsaved[field.id];
    return unsaved ? unsaved.draft : state.view.answers[field.id]?.answer;
  });
  const answer = useCapture((state) => state.view.answers[field.id]);
  const typedOver = useCapture((state) => state.queue.unsaved[field.id] !== undefined);
  const filled = useCapture((state) => isFilled(state.given.get(field.id)));
  return (
    <div className="grid gap-x-6 py-1.5 sm:grid-cols-[minmax(9rem,2fr)_3fr]">
      <dt className="text-sm/5 text-ink-soft">
        <bdi>{field.label}</bdi>
      </dt>
      <dd className="min-w-0">
        {!filled && field.isRequired ? (
          <span className="inline-flex items-center gap-1.5 font-medium text-caution-fg">
            <ToneMark tone="caution" />
            {t('notAnswered')}
          </span>
        ) : (
          <FieldValue field={field} value={value} context={fields} />
        )}
        {answer && !typedOver && !sourced && isForeign(answer, { audience, readerName }) && (
          <SourceLine answer={answer} />
        )}
      </dd>
    </div>
  );
}
