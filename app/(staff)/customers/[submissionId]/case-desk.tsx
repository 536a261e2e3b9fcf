'use client';

import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { CaseBar, type ComplianceView } from '@/components/cases/decisions/case-bar';
import type { CaseDialogsProps, CaseOutcome } from '@/components/cases/decisions/case-dialogs';
import { CaseKeys } from '@/components/cases/decisions/case-keys';
import type { Doing } from '@/components/cases/decisions/doing';
import { useOutcomeWords } from '@/components/cases/decisions/outcome-words';
import { NextCase } from '@/components/cases/queue/next-case';
import type { Asked } from '@/components/requests/ask-again-dialog';
import { useToast } from '@/components/ui/toast';
import { DOCUMENT_TYPES, known } from '@/lib/kyc/contract/lists';
import type { ProfilePage } from '@/lib/kyc/profile-page';
import { askable } from '@/lib/kyc/requests';
import { caseQuery } from '@/lib/query/cases';
import { assignCustomerCase } from '@/server/actions/cases';
import { checkDecision, decideCase, withdrawDecision } from '@/server/actions/decisions';

/** Come when one of them is opened: a form brings more than the whole page without it. */
const CaseDialogs = dynamic(
  async () => (await import('@/components/cases/decisions/case-dialogs')).CaseDialogs,
  { ssr: false },
);

const ACTIONS = {
  decide: decideCase,
  check: checkDecision,
  withdraw: withdrawDecision,
  assign: assignCustomerCase,
};

/** What was begun, and what the person saw who began it: the dialog goes by that until it closes, whatever is read meanwhile. */
type Begun = Pick<CaseDialogsProps, 'doing' | 'view' | 'levels' | 'seenVersion'>;

interface CaseDeskProps {
  profile: ProfilePage;
  view: ComplianceView;
  today: string;
  ownId: string;
  /** Begins a request for an answer or a document. */
  ask: (what: Asked) => void;
  /** Reads anew what a decision changed. */
  onChanged: () => Promise<void>;
}

/** Deciding about a customer: the bar in the header, its keys, its dialogs, and what follows a decision. */
export function CaseDesk({ profile, view, today, ownId, ask, onChanged }: CaseDeskProps) {
  const t = useTranslations('decisions.bar');
  const client = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const outcomeWords = useOutcomeWords();
  const [begun, setBegun] = useState<Begun>();
  const [open, setOpen] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [isDone, setDone] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const wanted = useAskable(profile);
  const { header, risk, submissionId } = profile;
  const held = header.stale ? t('stale') : isOutdated(profile, view) ? t('outdated') : undefined;

  // The button that was pressed goes with what it did, or with what somebody else did; the focus stays with the bar.
  useEffect(() => {
    if (begun && !open && view && document.activeElement === document.body) place.current?.focus();
  }, [begun, open, view]);

  function begin(doing: Doing) {
    const levels = { current: risk.level, calculated: risk.calculatedLevel };
    setBegun({ doing, view, levels, seenVersion: header.version ?? view.version });
    setAttempt((count) => count + 1);
    setOpen(true);
  }

  async function end(outcome: CaseOutcome) {
    void client.invalidateQueries({ queryKey: ['cases'] });
    // The dialog stays until the bar behind it tells what is now.
    await onChanged();
    setOpen(false);
    setDone(true);
    toast(outcomeWords(outcome));
    // The number in the menu is the server's.
    router.refresh();
  }

  return (
    <div ref={place} tabIndex={-1}>
      <CaseKeys view={view} held={held} onDo={begin} />
      <CaseBar
        view={view}
        today={today}
        held={held}
        mayAsk={wanted.length > 0}
        onDo={begin}
        next={isDone && <NextCase after={submissionId} />}
      />
      {begun && (
        <CaseDialogs
          key={attempt}
          {...{ ...begun, today, ownId }}
          askable={wanted}
          actions={ACTIONS}
          open={open}
          onOpenChange={setOpen}
          onAsk={(id) => {
            setOpen(false);
            const what = wanted.find((one) => one.id === id);
            if (what) ask({ subject: what.subject, label: what.label });
          }}
          onBehind={() => void client.invalidateQueries(caseQuery(submissionId))}
          onDone={end}
        />
      )}
    </div>
  );
}

/** Whether the profile that is shown is no longer the one that is decided about. */
export function isOutdated({ header }: ProfilePage, { version }: Pick<ComplianceView, 'version'>): boolean {
  return header.version !== null && header.version !== version;
}

/** What the customer can be asked for again in this state and is not asked for yet. */
function useAskable({ header, pages, documents, requests }: ProfilePage) {
  const kyc = useTranslations('kyc');
  const t = useTranslations('decisions.ask');
  return useMemo(() => {
    const may = askable(header.kycState);
    const open = requests.filter(({ state }) => state === 'open');
    const answers = pages.flatMap((page) =>
      page.sections.flatMap((section) =>
        section.answers.flatMap(({ fieldId, label }) =>
          fieldId === null || open.some((one) => one.fieldId === fieldId)
            ? []
            : [{ id: fieldId, label, hint: `${page.name} · ${section.name}`, subject: { fieldId } }],
        ),
      ),
    );
    const files = documents
      .filter(({ type }) => !open.some((one) => one.documentTypeId === type))
      .map(({ id, type, fileName }) => {
        const listed = known(DOCUMENT_TYPES, type);
        const label = listed ? kyc(`documentType.${listed}`) : type;
        return { id, label, hint: `${t('document')} · ${fileName}`, subject: { documentId: id } };
      });
    if (header.stale || may === 'nothing') return [];
    return may === 'all' ? [...files, ...answers] : files;
  }, [header, pages, documents, requests, kyc, t]);
}
