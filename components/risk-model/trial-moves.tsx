'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Bidi } from '@/components/ui/bidi';
import { Button } from '@/components/ui/button';
import { Loading, TableSkeleton } from '@/components/ui/skeleton';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { paths } from '@/lib/paths';
import { trialMovesQuery } from '@/lib/query/risk-model';
import type { LevelMove } from '@/lib/risk/trial';

/** Who would make one move of the level. */
export function TrialMoves({ trialId, move }: { trialId: string; move: LevelMove }) {
  const t = useTranslations('riskModel.trial');
  const kyc = useTranslations('kyc');
  const format = useFormatter();
  const query = useInfiniteQuery(trialMovesQuery(trialId, { from: move.from, to: move.to }));
  const moves = query.data?.pages.flatMap((page) => page.moves) ?? [];
  const label = t('whoMoves', { from: kyc(`risk.${move.from}`), to: kyc(`risk.${move.to}`) });
  if (query.isPending) {
    return (
      <Loading label={label}>
        <TableSkeleton rows={4} columns={3} />
      </Loading>
    );
  }
  if (query.isError && moves.length === 0) {
    return (
      <p role="alert">
        {t('movesFailed')}{' '}
        <Button size="sm" onClick={() => void query.refetch()}>
          {t('retry')}
        </Button>
      </p>
    );
  }
  return (
    <div>
      <Table label={label}>
        <TableHead>
          <HeadCell className="static!">{t('customer')}</HeadCell>
          <HeadCell numeric className="static!">
            {t('scoreNow')}
          </HeadCell>
          <HeadCell numeric className="static!">
            {t('scoreThen')}
          </HeadCell>
        </TableHead>
        <TableBody>
          {moves.map(({ submissionId, displayName, from, to }) => (
            <Row key={submissionId}>
              <Cell>
                <Link
                  href={paths.customer(submissionId)}
                  data-row-link
                  className="font-medium hover:text-accent"
                >
                  <Bidi>{displayName}</Bidi>
                </Link>
              </Cell>
              <Cell numeric label={t('scoreNow')}>
                {format.number(from.score)}
              </Cell>
              <Cell numeric label={t('scoreThen')}>
                {format.number(to.score)}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      <div className="flex items-center justify-between gap-3 py-2 text-sm text-ink-soft">
        <span>{t('listed', { shown: moves.length, count: move.count })}</span>
        {query.hasNextPage && (
          <Button
            size="sm"
            pending={query.isFetchingNextPage ? t('loading') : undefined}
            onClick={() => void query.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </div>
    </div>
  );
}
