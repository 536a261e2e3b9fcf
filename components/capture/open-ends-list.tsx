'use client';

import { useTranslations } from 'next-intl';
import type { OpenEnd } from './open-ends';
import { useStepLink } from './page-turns';

/** Open ends as links to their fields. */
export function OpenEnds({ ends }: { ends: readonly OpenEnd[] }) {
  return (
    <ul className="mt-1.5 space-y-1">
      {ends.map((end, at) => (
        <li key={end.fieldId ?? at}>
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
      <span className="text-sm text-ink-soft">
        {' · '}
        <bdi>{end.pageName}</bdi>
        {' · '}
        {end.message ?? t(end.kind)}
      </span>
    </>
  );
}
