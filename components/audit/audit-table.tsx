import { useTranslations } from 'next-intl';
import { Bidi } from '@/components/ui/bidi';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { TrailLine, TrailPage, TrailView } from '@/lib/audit-trail';
import { paths, withQuery } from '@/lib/paths';
import { useChangeWords, useTrailWords } from './trail-words';

interface AuditTableProps {
  page: TrailPage;
  view: TrailView;
  withCustomers: boolean;
  /** Whether the reader may open versions of the risk model. */
  withModels: boolean;
}

/** What is on record, newest first: when, who, what, and about whom. */
export function AuditTable({ page: { lines, next }, view, ...shown }: AuditTableProps) {
  const t = useTranslations('audit');
  const at = (after: string | undefined) => withQuery(paths.audit, { ...view, after });
  if (lines.length === 0) {
    const isNarrowed = Object.values(view).some((value) => value !== undefined);
    return (
      <EmptyState
        title={t('empty')}
        action={isNarrowed && <TextLink href={paths.audit}>{t('showAll')}</TextLink>}
      >
        {t(isNarrowed ? 'emptyNarrowed' : 'emptyHint')}
      </EmptyState>
    );
  }
  return (
    <>
      <Table label={t('list')}>
        <TableHead>
          <HeadCell className="w-44">{t('columns.when')}</HeadCell>
          <HeadCell className="w-[20%]">{t('columns.who')}</HeadCell>
          <HeadCell>{t('columns.what')}</HeadCell>
          {shown.withCustomers && <HeadCell className="w-[22%]">{t('columns.customer')}</HeadCell>}
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <TrailRow key={line.id} line={line} {...shown} />
          ))}
        </TableBody>
      </Table>
      <Pagination
        label={t('paging')}
        summary={t('shown', { count: lines.length })}
        previous={{ label: t('newest'), href: view.after ? at(undefined) : undefined, none: t('noNewer') }}
        next={{ label: t('older'), href: next ? at(next) : undefined, none: t('noOlder') }}
      />
    </>
  );
}

interface TrailRowProps extends Pick<AuditTableProps, 'withCustomers' | 'withModels'> {
  line: TrailLine;
}

function TrailRow({ line, withCustomers, withModels }: TrailRowProps) {
  const t = useTranslations('audit');
  const { actor, what } = useTrailWords(line);
  const { customer, facts } = line;
  return (
    <Row>
      <Cell label={t('columns.when')} className="text-sm text-ink-soft">
        <DateTime value={line.at} />
      </Cell>
      <Cell label={t('columns.who')} className="font-medium">
        <Bidi>{actor}</Bidi>
      </Cell>
      <Cell label={t('columns.what')} className="max-md:col-span-2">
        <Bidi>{what}</Bidi>
        {typeof facts.reason === 'string' && (
          <Bidi className="block text-sm text-ink-soft">{t('reason', { reason: facts.reason })}</Bidi>
        )}
        <Changes line={line} />
        {withModels && line.type.startsWith('risk_model.') && typeof facts.version === 'number' && (
          <TextLink href={paths.riskModelVersion(facts.version)} className="block w-fit text-sm">
            {t('openModel', { version: facts.version })}
          </TextLink>
        )}
      </Cell>
      {withCustomers && (
        <Cell label={t('columns.customer')} className={customer ? undefined : 'max-md:hidden'}>
          {customer && (
            <TextLink quiet href={paths.customer(customer.submissionId)} prefetch={false}>
              <Bidi>{customer.name ?? t('unnamed')}</Bidi>
            </TextLink>
          )}
        </Cell>
      )}
    </Row>
  );
}

function Changes({ line: { changes } }: { line: TrailLine }) {
  const words = useChangeWords();
  if (changes.length === 0) return null;
  return (
    <ul className="mt-0.5 text-sm text-ink-soft">
      {changes.map((change) => (
        <li key={change.field}>{words(change)}</li>
      ))}
    </ul>
  );
}
