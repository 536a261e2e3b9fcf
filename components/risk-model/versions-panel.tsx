'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import type { Action } from '@/lib/action-result';
import { paths } from '@/lib/paths';
import { modelBookQuery } from '@/lib/query/risk-model';
import type { RiskModel } from '@/lib/risk/model';
import type { ModelVersionLine } from '@/lib/risk/model-office';
import { ModelSheet } from './model-sheet';
import { Reassessment } from './reassessment';
import { useRefusalWords } from './refusal-words';
import { StateOf, Story } from './story';

interface VersionsPanelProps {
  /** The model in force. */
  inForce: RiskModel;
  mayEdit: boolean;
  startModelDraft: Action<{ version: number }, { version: number }>;
}

const NOTHING = new Map<string, string>();

/** The versions of the risk model, how far a re-assessment has come, and the whole of the version in force. */
export function VersionsPanel({ inForce, mayEdit, startModelDraft }: VersionsPanelProps) {
  const t = useTranslations('riskModel');
  const { data } = useQuery(modelBookQuery);
  const versions = data?.versions ?? [];
  const open = versions.find(({ state }) => state === 'draft' || state === 'proposed');
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('meta')}
        actions={
          open ? (
            <Link href={paths.riskModelVersion(open.version)} className="text-accent hover:underline">
              {t('openVersion', { version: open.version })}
            </Link>
          ) : (
            mayEdit && <StartDraft from={inForce.version} start={startModelDraft} />
          )
        }
      />
      <div className="space-y-4">
        <Reassessment />
        <Panel id="versions" title={t('versions')} flush>
          <VersionsTable versions={versions} />
        </Panel>
        <h2 className="pt-2 text-lg font-semibold">{t('inForce', { version: inForce.version })}</h2>
        <ModelSheet model={inForce} faults={NOTHING} findings={[]} />
      </div>
    </>
  );
}

function VersionsTable({ versions }: { versions: readonly ModelVersionLine[] }) {
  const t = useTranslations('riskModel');
  return (
    <Table label={t('versions')}>
      <TableHead>
        <HeadCell className="static!">{t('columns.version')}</HeadCell>
        <HeadCell className="static!">{t('columns.state')}</HeadCell>
        <HeadCell className="static!">{t('columns.story')}</HeadCell>
      </TableHead>
      <TableBody>
        {versions.map((version) => (
          <Row key={version.version}>
            <Cell>
              <Link
                href={paths.riskModelVersion(version.version)}
                data-row-link
                className="font-medium hover:text-accent"
              >
                {t('version', { version: version.version })}
              </Link>
            </Cell>
            <Cell label={t('columns.state')}>
              <StateOf version={version} />
            </Cell>
            <Cell label={t('columns.story')} className="text-sm text-ink-soft">
              <Story version={version} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function StartDraft({ from, start }: { from: number; start: VersionsPanelProps['startModelDraft'] }) {
  const t = useTranslations('riskModel');
  const wordsOf = useRefusalWords();
  const router = useRouter();
  const cache = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  return (
    <div>
      <Button
        variant="primary"
        pending={isBusy ? t('starting') : undefined}
        onClick={async () => {
          setBusy(true);
          const result = await start({ version: from }).catch(() => null);
          await cache.invalidateQueries({ queryKey: modelBookQuery.queryKey });
          if (result?.ok) return router.push(paths.riskModelVersion(result.data.version));
          setBusy(false);
          setRefusal(wordsOf(result).join(' '));
        }}
      >
        {t('start')}
      </Button>
      {refusal && (
        <Notice tone="critical" role="alert" className="mt-2">
          {refusal}
        </Notice>
      )}
    </div>
  );
}
