'use client';

import { useTranslations } from 'next-intl';
import type { OpenEnd } from './open-ends';
import { useStepLink } from './page-turns';

/** Open ends as links to their fields; they come in the form's order, so each page is named once. */
export function OpenEnds({ ends }: { ends: readonly OpenEnd[] }) {
  const isFirst = (at: number) => ends[at]?.pageId !== ends[at - 1]?.pageId || at === 0;
  return (
    <ul className="mt-1 space-y-1">
      {ends.map((end, at) => (
        <li key={end.fieldId ?? at} className={isFirst(at) ? 'not-first:pt-1.5' : undefined}>
          {isFirst(at) && end.pageName && <bdi className="block text-sm text-ink-soft">{end.pageName}</bdi>}
          {end.fieldId !== null && end.pageId !== null ? (
            <FieldLink end={end} fieldId={end.fieldId} pageId={end.pageId} />
          ) : (
            end.message
          )}
        </li>
      ))}
    </ul>
  );
}

function FieldLink({ end, fieldId, pageId }: { end: OpenEnd; fieldId: string; pageId: string }) {
  const t = useTranslations('capture.reviewPage.kind');
  const link = useStepLink({ kind: 'page', pageId }, fieldId);
  return (
    <>
      <a {...link} className="font-medium underline underline-offset-3 hover:text-accent">
        <bdi>{end.label}</bdi>
      </a>
      {/* What is not answered is what the whole list is about. */}
      {(end.message !== undefined || end.kind !== 'missing') && (
        <span className="text-sm text-ink-soft">
          {' · '}
          {end.message ?? t(end.kind)}
        </span>
      )}
    </>
  );
}
