'use client';

import { dayOf } from '@/lib/days';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, memo, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import type { Action } from '@/lib/action-result';
import type { CaptureSave, CaptureSaved, CaptureView } from '@/lib/kyc/capture';
import { captureQuery } from '@/lib/query/capture';
import { type Audience, CaptureContext } from './capture-context';
import { CaptureNotices } from './capture-notices';
import { CapturePage } from './capture-page';
import { CaptureStore } from './capture-store';
import { deviceDrafts } from './device-drafts';
import { fetchControls } from './fields/controls';
import { Steps } from './steps';
import { useLeaveWarning } from './use-leave-warning';
import { usePlace } from './use-place';
import { useSubmit } from './use-submit';

const review = () => import('./capture-review');
const CaptureReview = lazy(async () => ({ default: (await review()).CaptureReview }));

/** Fetches what the other steps and rare moments need, while there is a connection; without one they fetch it themselves. */
async function fetchTheRest(): Promise<void> {
  await Promise.allSettled([fetchControls(), review(), import('./merge-choice')]);
}

export interface CaptureProps {
  view: CaptureView;
  /** Who is signed in, by a stable id: names the drafts on this device. */
  reader: string;
  /** The name that this reader's own answers bear, so that they are not shown as somebody else's. */
  readerName?: string | undefined;
  audience: Audience;
  /** `form`: the address below which the steps are; `done`: where to go on after sending; `signIn`: where to sign in again. */
  links: { form: string; done: string; signIn: string };
  /** The data route to look for changes at (`CaptureNews`). */
  dataUrl: string;
  /** Takes uploads; `/{id}` and `/{id}/preview` give a document. */
  documentsUrl: string;
  save: Action<{ submissionId: string; answers: CaptureSave[] }, CaptureSaved>;
  submit: Action<{ submissionId: string }, CaptureSaved>;
}

/**
 * A form that is filled in, by the customer or on the customer's behalf: its pages as steps, the review and sending. It stands in a
 * layout above the steps' addresses, so that what is typed outlives the change from one to the next.
 */
export function Capture(props: CaptureProps) {
  const { audience, readerName, links, documentsUrl } = props;
  const { store, context } = useStore(props);
  const state = useSyncExternalStore(store.subscribe, store.state, store.state);
  const { place, href, go, arrived } = usePlace(links.form, state.steps, state.queue.sending === null);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => void fetchTheRest(), []);
  useLeaveWarning(!state.kept || busy.size > 0);
  const submit = useSubmit(store, props.submit, context.onView);

  const { documents, customerName } = state.view;
  const { today, onDoubt } = context;
  const fields = useMemo(
    () => ({
      customerName,
      today,
      documents,
      upload: {
        url: documentsUrl,
        downloadUrl: (id: string) => `${documentsUrl}/${encodeURIComponent(id)}`,
        previewUrl: (id: string) => `${documentsUrl}/${encodeURIComponent(id)}/preview`,
        onStored: onDoubt,
        onBusy: (fieldId: string, uploading: boolean) =>
          setBusy((before) => {
            const next = new Set(before);
            if (uploading) next.add(fieldId);
            else next.delete(fieldId);
            return next;
          }),
      },
    }),
    [customerName, today, documents, documentsUrl, onDoubt],
  );
  const value = useMemo(
    () => ({
      store,
      audience,
      readerName,
      links,
      href,
      arrived,
      go: (...to: Parameters<typeof go>) => {
        store.turnPage();
        go(...to);
      },
      fields,
      submit,
    }),
    [store, audience, readerName, links, href, arrived, go, fields, submit],
  );
  return (
    <CaptureContext value={value}>
      <div className="grid items-start gap-x-10 gap-y-4 lg:grid-cols-[15rem_minmax(0,44rem)]">
        <Steps place={place} />
        <div className="min-w-0">
          <CaptureNotices />
          {place.kind === 'review' ? <Review /> : <CapturePage key={place.pageId} pageId={place.pageId} />}
        </div>
      </div>
    </CaptureContext>
  );
}

/**
 * Apart from the page around it: an update that reaches what the server sent before its script is there would replace it by the
 * fallback for a moment.
 */
const Review = memo(function Review() {
  return (
    <Suspense fallback={<Skeleton className="h-96 w-full" />}>
      <CaptureReview />
    </Suspense>
  );
});

/** The store of this form, kept in step with the server's view while the page is seen. */
function useStore({ view, reader, dataUrl, save }: CaptureProps) {
  const client = useQueryClient();
  const query = useMemo(() => captureQuery(dataUrl), [dataUrl]);
  const [today] = useState(() => dayOf(new Date()));
  const context = useMemo(() => {
    const onView = (next: CaptureView | null) => {
      // A reading that began before the save knows less than the save's answer.
      void client.cancelQueries({ queryKey: query.queryKey });
      if (next) client.setQueryData(query.queryKey, next);
    };
    const onDoubt = () => void client.invalidateQueries({ queryKey: query.queryKey });
    return { today, onView, onDoubt };
  }, [client, query, today]);
  const [store] = useState(
    () => new CaptureStore({ view, save, drafts: deviceDrafts(reader, view.submissionId), ...context }),
  );
  useEffect(() => store.start(), [store]);
  const { data, dataUpdatedAt, error } = useQuery({ ...query, initialData: view });
  // Each reading counts, also one that brought nothing new: the server was reached.
  useEffect(() => {
    if (dataUpdatedAt > 0) store.receive(data);
  }, [store, data, dataUpdatedAt]);
  useEffect(() => {
    if (error?.status === 401) store.sessionOver();
  }, [store, error]);
  return { store, context };
}
