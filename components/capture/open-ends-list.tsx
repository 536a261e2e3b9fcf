'use client';

import { useTranslations } from 'next-intl';
import type { OpenEnd } from './open-ends';
import { useStepLink } from './page-turns';

/** Open ends by page, as links to their fields. */
export function OpenEnds({ ends }: { ends: readonly OpenEnd[] }) {
  const pages = Object.values(Object.groupBy(ends, ({ pageId }) => pageId ?? '')).flatMap(
    (group) => group ?? [],
  );
  const firsts = new Set(pages.filter((end, at) => end.pageId !== pages[at - 1]?.pageId));
  return (
    <ul className="mt-1 space-y-1">
      {pages.map((end, at) => (
        <li key={end.fieldId ?? at} className={firsts.has(end) ? 'not-first:pt-1.5' : undefined}>
          {firsts.has(end) && end.pageName && (
            <bdi className="block text-sm text-ink-soft">{end.pageName}</bdi>
          )}
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
