'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ToneBadge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { useToast } from '@/components/ui/toast';
import type { Action } from '@/lib/action-result';
import { DOCUMENT_TYPES, known } from '@/lib/kyc/contract/lists';
import type { RequestLine } from '@/lib/kyc/profile-page';
import type { RequestInput } from '@/lib/kyc/request-input';

interface RequestsPanelProps {
  submissionId: string;
  requests: readonly RequestLine[];
  /** Undefined for whoever may not take a request back. */
  withdraw: Action<RequestInput, { at: string }> | undefined;
  onChanged: () => void;
}

/** What is asked for again: what the customer still owes, and below it what came back. Nothing where nothing was ever asked. */
export function RequestsPanel({ submissionId, requests, withdraw, onChanged }: RequestsPanelProps) {
  const t = useTranslations('requests');
  const open = requests.filter(({ state }) => state === 'open');
  const closed = requests.filter(({ state }) => state !== 'open');
  if (requests.length === 0) return null;
  return (
    <Panel
      id="requests"
      title={t('panel')}
      meta={
        open.length > 0 ? (
          <ToneBadge tone="pending">{t('waiting', { count: open.length })}</ToneBadge>
        ) : (
          t('none')
        )
      }
      flush
    >
      {open.length > 0 && (
        <ul className="divide-y divide-line">
          {open.map((request) => (
            <li
              key={request.id}
              className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3"
            >
              <RequestText request={request} />
              {withdraw && (
                <Withdraw
                  submissionId={submissionId}
                  request={request}
                  withdraw={withdraw}
                  onChanged={onChanged}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <details className={`px-4 py-2 text-sm ${open.length > 0 ? 'border-t border-line' : ''}`}>
          <summary className="w-fit cursor-pointer text-ink-soft hover:text-ink">
            {t('closed', { count: closed.length })}
          </summary>
          <ul className="mt-2 space-y-3 border-s-2 border-line ps-3">
            {closed.map((request) => (
              <li key={request.id}>
                <RequestText request={request} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function RequestText({ request }: { request: RequestLine }) {
  const t = useTranslations('requests');
  const { state, reason, words, requestedAt, requestedBy, closedAt } = request;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">
          <bdi>{useSubjectName(request)}</bdi>
        </span>
        <span className="text-sm text-ink-soft">{t(`reasons.${reason}`)}</span>
        {state !== 'open' && (
          <ToneBadge tone={state === 'answered' ? 'positive' : 'neutral'}>{t(`state.${state}`)}</ToneBadge>
        )}
      </p>
      <p className="break-words whitespace-pre-line">
        <bdi>{words}</bdi>
      </p>
      <p className="text-xs text-ink-soft">
        {t.rich(requestedBy ? 'askedBy' : 'asked', {
          at: () => <DateTime value={requestedAt} />,
          by: () => <bdi>{requestedBy}</bdi>,
        })}
        {closedAt && t.rich(`closedAt.${state}`, { at: () => <DateTime value={closedAt} /> })}
      </p>
    </div>
  );
}

function useSubjectName({ question, documentTypeId }: RequestLine): string {
  const kyc = useTranslations('kyc');
  const type = known(DOCUMENT_TYPES, documentTypeId);
  const name = type ? kyc(`documentType.${type}`) : null;
  if (question === null || name === null || question === name) return question ?? name ?? '';
  return `${name} · ${question}`;
}

interface WithdrawProps {
  submissionId: string;
  request: RequestLine;
  withdraw: Action<RequestInput, { at: string }>;
  onChanged: () => void;
}

function Withdraw({ submissionId, request, withdraw, onChanged }: WithdrawProps) {
  const t = useTranslations('requests');
  const name = useSubjectName(request);
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();

  async function takeBack() {
    setBusy(true);
    setFault(undefined);
    try {
      const result = await withdraw({ submissionId, requestId: request.id });
      if (!result.ok) return setFault(result.messages.join(' '));
      toast({ title: t('withdrawn', { what: name }), detail: t('withdrawnDetail') });
      onChanged();
    } catch {
      setFault(t('unreachable'));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="text-end">
      <Button
        size="sm"
        variant="ghost"
        aria-label={t('withdrawOf', { what: name })}
        pending={busy ? t('withdrawing') : undefined}
        onClick={() => void takeBack()}
      >
        {t('withdraw')}
      </Button>
      {fault && (
        <p role="alert" className="max-w-64 text-sm text-critical-fg">
          {fault}
        </p>
      )}
    </div>
  );
}
