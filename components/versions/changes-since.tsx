'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import type { ChangesSince } from '@/lib/kyc/versions';
import { paths, withQuery } from '@/lib/paths';
import { changesSinceQuery } from '@/lib/query/versions';
import { MARK_TONE } from './version-words';

interface ChangesSinceProps {
  submissionId: string;
  /** The version to look back to; without one it is the last decision's. */
  since?: number;
}

/** How many changes the panel names; the rest is on the page of versions. */
const SHOWN = 6;

/** What changed since the last decision, the weightiest first, with the way to see both versions. Needs the messages `versions`. */
export function ChangesSincePanel({ submissionId, since }: ChangesSinceProps) {
  const t = useTranslations('versions');
  const { data, isError } = useQuery(changesSinceQuery(submissionId, since));
  const from = data?.from?.version;
  const to = data?.to?.version;
  return (
    <Panel
      id="changes-since"
      title={t('panel.title')}
      actions={
        from !== undefined &&
        to !== undefined && (
          <TextLink
            href={withQuery(paths.versions(submissionId), { from: String(from), to: String(to) })}
            prefetch={false}
            className="text-sm"
          >
            {t('panel.compare')}
          </TextLink>
        )
      }
    >
      {isError ? (
        <p className="text-ink-soft">{t('panel.failed')}</p>
      ) : data === undefined ? (
        <Skeleton className="h-16" />
      ) : from === undefined ? (
        <p className="text-ink-soft">{t('panel.noDecision')}</p>
      ) : data.changes.length === 0 ? (
        <p className="text-ink-soft">{t('panel.none', { version: from })}</p>
      ) : (
        <Changes changes={data.changes} />
      )}
    </Panel>
  );
}

type Change = ChangesSince['changes'][number];

const WEIGHT = ['riskMoving', 'material', 'cosmetic'];

function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations('versions');
  const weight = ({ mark }: Change) => WEIGHT.indexOf(mark ?? 'cosmetic');
  const first = changes.toSorted((a, b) => weight(a) - weight(b));
  return (
    <>
      <ul className="divide-y divide-line">
        {first.slice(0, SHOWN).map(({ id, label, how, mark }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline justify-between gap-x-3 py-1.5 first:pt-0 last:pb-0"
          >
            <span className="min-w-0">
              <bdi>{label}</bdi> <span className="text-sm text-ink-soft">{t(`how.${how}`)}</span>
            </span>
            {mark && (
              <ToneBadge tone={MARK_TONE[mark]} look="plain" className="text-sm">
                {t(`mark.${mark}`)}
              </ToneBadge>
            )}
          </li>
        ))}
      </ul>
      {first.length > SHOWN && (
        <p className="mt-2 text-sm text-ink-soft">{t('panel.more', { count: first.length - SHOWN })}</p>
      )}
    </>
  );
}
