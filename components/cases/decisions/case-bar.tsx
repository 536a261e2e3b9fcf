'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { CaseView } from '@/lib/kyc/cases';
import { CaseStanding } from './case-standing';
import { type Doing, obstacleOf } from './doing';

export type ComplianceView = Extract<CaseView, { kind: 'compliance' }>;

interface CaseBarProps {
  view: ComplianceView;
  today: string;
  /** Why nothing may be done at all just now: the profile is a copy, or an old one. */
  held: string | undefined;
  /** What the customer may still be asked for. */
  mayAsk: boolean;
  onDo: (doing: Doing) => void;
  /** Where to go on, once this case is done with. */
  next?: ReactNode;
}

/** Where the case stands and what this person may decide; what cannot be done now says why. */
export function CaseBar({ view, today, held, mayAsk, onDo, next }: CaseBarProps) {
  const t = useTranslations('decisions.bar');
  const why = useTranslations('fourEyes.why');
  const whyId = useId();
  const { rights, proposal } = view;
  const shown = shownDoings(view, mayAsk);
  const obstacles = rights ? [...new Set(shown.flatMap((doing) => obstacleOf(doing, rights) ?? []))] : [];
  const reason = rights
    ? (held ?? (obstacles.length > 0 ? obstacles.map((one) => why(one)).join(' ') : undefined))
    : t('elsewhere');
  return (
    <div
      data-decision-keys
      className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line pt-3"
    >
      <CaseStanding view={view} today={today} />
      {shown.length > 0 && (
        <div role="group" aria-label={t('label')} className="flex flex-wrap items-center gap-2">
          {shown.map((doing) => {
            const obstacle = rights ? obstacleOf(doing, rights) : undefined;
            const key = keyOf(doing, proposal !== null);
            return (
              <Button
                key={doing}
                variant={doing === 'approve' || doing === 'confirm' ? 'primary' : 'secondary'}
                unavailableBy={(held ?? obstacle) === undefined || doing === 'handOver' ? undefined : whyId}
                aria-keyshortcuts={key}
                onClick={() => onDo(doing)}
              >
                {t(doing)}
                {key && (
                  <span aria-hidden="true" className="max-md:hidden">
                    <Kbd>{key}</Kbd>
                  </span>
                )}
              </Button>
            );
          })}
          {next}
        </div>
      )}
      {reason && (
        <p id={whyId} className="basis-full text-sm text-ink-soft">
          {reason}
        </p>
      )}
      {shown.length === 0 && next}
    </div>
  );
}

/** What has a button: of a decision that makes no sense in this state only the sentence is shown. */
function shownDoings({ rights, proposal, case: open }: ComplianceView, mayAsk: boolean): Doing[] {
  const rest: Doing[] = [...(mayAsk ? (['ask'] as const) : []), ...(open ? (['handOver'] as const) : [])];
  if (!rights) return rest;
  if (proposal) {
    const own = rights.withdraw.allowed;
    return [...(own ? (['withdraw'] as const) : (['confirm', 'decline'] as const)), ...rest];
  }
  const [ask, handOver] = [rest.filter((one) => one === 'ask'), rest.filter((one) => one === 'handOver')];
  const deciding: Doing[] = open ? ['approve', 'reject', ...ask, 'escalate'] : ask;
  const levelling: Doing[] = open || rights.changeLevel.allowed ? ['changeLevel'] : [];
  return [...deciding, ...levelling, ...handOver];
}

function keyOf(doing: Doing, proposed: boolean): string | undefined {
  if (proposed) return doing === 'confirm' ? 'a' : doing === 'decline' ? 'r' : undefined;
  return doing === 'approve' ? 'a' : doing === 'reject' ? 'r' : doing === 'escalate' ? 'e' : undefined;
}
