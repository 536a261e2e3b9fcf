'use client';

import type { Action } from '@/lib/action-result';
import type { Decided } from '@/lib/kyc/cases';
import type { RiskLevel } from '@/lib/kyc/contract/lists';
import type { AssignInput, CheckInput, DecideInput, WithdrawInput } from '@/lib/kyc/decision-input';
import type { DecisionKind } from '@/lib/kyc/decisions';
import { type Askable, AskDialog } from './ask-dialog';
import type { ComplianceView } from './case-bar';
import { CheckDialog } from './check-dialog';
import { DecideDialog, type Levels } from './decide-dialog';
import type { Doing } from './doing';
import { HandOverDialog } from './hand-over-dialog';
import { WithdrawDialog } from './withdraw-dialog';

/** What the dialogs send. */
export type CaseActions = {
  decide: Action<DecideInput, Decided>;
  check: Action<CheckInput, Decided>;
  withdraw: Action<WithdrawInput, Decided>;
  assign: Action<AssignInput, unknown>;
};

/** What was done, for the words that follow it. */
export type CaseOutcome =
  | { done: 'decided'; kind: DecisionKind; state: Decided['state']; level: RiskLevel | undefined }
  | { done: 'confirm' | 'decline' | 'withdraw' }
  | { done: 'handOver'; to: string | null };

export interface CaseDialogsProps {
  doing: Doing;
  view: ComplianceView;
  /** The version of the profile that the person sees. */
  seenVersion: number;
  levels: Levels;
  today: string;
  /** Who decides, for the drafts of what is filled in. */
  ownId: string;
  askable: readonly Askable[];
  actions: CaseActions;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAsk: (id: string) => void;
  /** The case is no longer as it was seen. */
  onBehind: () => void;
  onDone: (outcome: CaseOutcome) => Promise<void>;
}

/** The dialog of whatever was begun. */
export function CaseDialogs(props: CaseDialogsProps) {
  const { doing, view, seenVersion, levels, today, ownId, actions, onDone } = props;
  const { open, onOpenChange, onBehind } = props;
  const { submissionId, proposal } = view;
  const frame = { view, open, onOpenChange };
  switch (doing) {
    case 'ask':
      return <AskDialog {...frame} askable={props.askable} onChosen={props.onAsk} />;
    case 'handOver':
      return (
        <HandOverDialog
          {...{ ...frame, onBehind }}
          send={actions.assign}
          onDone={(to) => onDone({ done: doing, to })}
        />
      );
    case 'confirm':
    case 'decline':
      return (
        proposal && (
          <CheckDialog
            {...{ ...frame, proposal, seenVersion, ownId, onBehind }}
            verdict={doing}
            send={actions.check}
            onDone={(done) => onDone({ done })}
          />
        )
      );
    case 'withdraw':
      return (
        proposal && (
          <WithdrawDialog
            {...{ submissionId, proposal, seenVersion, open, onOpenChange, onBehind }}
            send={actions.withdraw}
            onDone={() => onDone({ done: doing })}
          />
        )
      );
    default:
      return (
        <DecideDialog
          {...{ ...frame, seenVersion, levels, today, ownId, onBehind }}
          kind={doing}
          send={actions.decide}
          onDone={(kind, { state }, level) => onDone({ done: 'decided', kind, state, level })}
        />
      );
  }
}
