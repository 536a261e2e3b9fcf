'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { owes } from '@/lib/kyc/capture-pages';
import { type SubmitOutcome, useCapture, useCaptureContext } from './capture-context';
import { CaptureDone } from './capture-done';
import { useStepTitle } from './capture-page';
import { useOpenEnds } from './open-ends';
import { OpenEnds } from './open-ends-list';
import { ReviewPages } from './review-pages';

/** All answers at a glance, what is still needed, and the button that sends the form. */
export function CaptureReview() {
  const t = useTranslations('capture.reviewPage');
  const { store, arrived } = useCaptureContext();
  const editable = useCapture((state) => state.view.editable.kind);
  const sent = useCapture((state) => state.sent);
  const title = t(editable === 'nothing' ? 'titleRead' : 'title');
  useStepTitle(title);
  useEffect(() => store.beStrict(), [store]);
  useEffect(() => arrived(), [arrived]);
  if (sent) return <CaptureDone again={sent.again} onRead={() => store.tellSent(null)} />;
  return (
    <>
      <h1
        id="step-title"
        tabIndex={-1}
        className="mb-5 text-xl font-semibold tracking-[-0.01em] outline-none"
      >
        {title}
      </h1>
      {editable !== 'nothing' && <Summary />}
      <ReviewPages />
      {editable !== 'nothing' && <Send />}
    </>
  );
}

/** What is still needed, each with a link to its field. */
function Summary() {
  const t = useTranslations('capture.reviewPage');
  const ends = useOpenEnds();
  if (ends.length === 0) {
    return (
      <Notice tone="positive" className="mb-5">
        {t('ready')}
      </Notice>
    );
  }
  return (
    <div
      id="open-ends"
      tabIndex={-1}
      className="mb-5 rounded outline-none"
      role="group"
      aria-labelledby="open-ends-title"
    >
      <Notice tone="caution" title={<span id="open-ends-title">{t('missing', { count: ends.length })}</span>}>
        <OpenEnds ends={ends} />
      </Notice>
    </div>
  );
}

function Send() {
  const t = useTranslations('capture.reviewPage');
  const { store, audience, submit } = useCaptureContext();
  const again = useCapture((state) => state.view.editable.kind === 'asked');
  const ready = useCapture((state) => !state.steps.some(owes));
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<SubmitOutcome>();
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) said.current?.focus();
  }, [outcome]);

  async function send() {
    if (!ready) {
      document.getElementById('open-ends')?.focus();
      document.getElementById('open-ends')?.scrollIntoView({ block: 'center' });
      return;
    }
    setBusy(true);
    setOutcome(undefined);
    const result = await submit();
    setBusy(false);
    if (result.kind === 'sent') store.tellSent({ again: result.again });
    else setOutcome(result);
  }

  return (
    <section className="mt-6 rounded-lg border border-line bg-surface p-5 max-sm:p-4">
      <p className="max-w-prose">{t(again ? 'what.again' : `what.${audience}`)}</p>
      {outcome && <Refused outcome={outcome} ref={said} />}
      <div className="mt-4">
        <Button
          variant="primary"
          size="lg"
          pending={busy ? t('submitting') : undefined}
          onClick={() => void send()}
        >
          {t(again ? 'submitAgain' : 'submit')}
        </Button>
      </div>
    </section>
  );
}

/** Why it was not sent, and which fields that is about. */
function Refused({ outcome, ref }: { outcome: SubmitOutcome; ref: RefObject<HTMLDivElement | null> }) {
  const t = useTranslations('capture.reviewPage');
  const session = useTranslations('capture.session');
  const ends = useOpenEnds(outcome.kind === 'refused' ? outcome.fields : undefined);
  const named = outcome.kind === 'refused' && outcome.fields.length > 0;
  return (
    <div ref={ref} tabIndex={-1} className="mt-4 rounded outline-none" role="alert">
      <Notice tone="critical" title={named ? t('refusedCount', { count: ends.length }) : t('refused')}>
        {named && <OpenEnds ends={ends} />}
        {outcome.kind === 'refused' && !named && outcome.message}
        {outcome.kind === 'unsaved' && t('notSaved')}
        {outcome.kind === 'unreachable' && t('notReached')}
        {outcome.kind === 'session' && session('body')}
      </Notice>
    </div>
  );
}
