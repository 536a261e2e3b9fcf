import type { RiskLevel } from '@/lib/kyc/contract/lists';
import type { DecisionKind, NoteAudience } from '@/lib/kyc/decisions';
import { ACCOUNT } from './staff';

/** Something that a member of the demo's compliance decided or proposes. */
export type DemoDecision = {
  kind: DecisionKind;
  by: number;
  /** Of a change of level: to which, and for how many days from the seeding. */
  level?: { riskLevelId: RiskLevel; days: number };
  /** In the words of the library. */
  reason: string;
  note: string;
};

/** How a demo customer's case stands. */
export type DemoCase = {
  /** Days between the form's being sent and the seeding; left out, it was sent as soon as it was filled in. */
  sentDaysAgo?: number;
  assignee?: number;
  escalation?: DemoDecision;
  /** Waits for a second person. */
  proposal?: DemoDecision;
};

/** The cases of those under review, by the customer's e-mail address: each shows another part of the queue. */
export const DEMO_CASES: Readonly<Record<string, DemoCase>> = {
  // Asked for more, and in Ingrid's hands.
  'layla.alkhatib@mail.example': { sentDaysAgo: 4, assignee: ACCOUNT.compliance },
  // Exposed by her father, so a second person will have to look: in Ingrid's hands.
  'a.shchukina@mail.example': { sentDaysAgo: 3, assignee: ACCOUNT.compliance },
  // New, and nobody's.
  'tomas.dvorak@mail.example': { sentDaysAgo: 1 },
  // Tomás's proposal, which waits for Ingrid.
  'accounts@alnakheel.example': {
    sentDaysAgo: 4,
    assignee: ACCOUNT.compliance2,
    proposal: {
      kind: 'changeLevel',
      by: ACCOUNT.compliance2,
      level: { riskLevelId: 'Low', days: 180 },
      reason: 'Mitigating controls in place',
      note: 'The audited accounts show hardly any cash, and every supplier is paid through a bank in the Emirates.',
    },
  },
  // A review that came due, late and escalated; Ingrid's own proposal, which she cannot confirm.
  'compliance@orion-bullion.example': {
    assignee: ACCOUNT.compliance,
    escalation: {
      kind: 'escalate',
      by: ACCOUNT.compliance2,
      reason: 'Adverse media needs a closer look',
      note: 'The licence has run out and a refiner in the supply chain changed. I ask for a second view before we go on.',
    },
    proposal: {
      kind: 'approve',
      by: ACCOUNT.compliance,
      reason: 'Enhanced due diligence completed, residual risk accepted',
      note: 'The refiner is audited under the responsible sourcing standard. To be looked at again in six months.',
    },
  },
};

/** Levels that two people have set, by the customer's e-mail address. */
export const DEMO_LEVELS: Readonly<
  Record<string, DemoDecision & { level: NonNullable<DemoDecision['level']> }>
> = {
  'treasury@huaxing.example': {
    kind: 'changeLevel',
    by: ACCOUNT.compliance2,
    level: { riskLevelId: 'Low', days: 20 },
    reason: 'Mitigating controls in place',
    note: 'Every sale is settled by letter of credit, and the layers above were followed to both founders by register extracts.',
  },
};

/** A note on a demo customer, some hours before the seeding. */
export type DemoNote = {
  by: number;
  hoursAgo: number;
  audience: NoteAudience;
  body: string;
  mentions?: readonly number[];
};

/** The notes, by the customer's e-mail address. */
export const DEMO_NOTES: Readonly<Record<string, readonly DemoNote[]>> = {
  'layla.alkhatib@mail.example': [
    {
      by: ACCOUNT.relationshipManager,
      hoursAgo: 40,
      audience: 'everyone',
      body: 'تحدثت مع السيدة ليلى هاتفيًا، وسترسل عقد الإيجار الجديد قبل نهاية الأسبوع.',
    },
  ],
  'accounts@alnakheel.example': [
    {
      by: ACCOUNT.compliance2,
      hoursAgo: 20,
      audience: 'compliance',
      body: 'The name match of the general manager is discounted: another year of birth and another nationality. Ingrid, please look at the cash share before you confirm.',
      mentions: [ACCOUNT.compliance],
    },
  ],
  'compliance@orion-bullion.example': [
    {
      by: ACCOUNT.compliance2,
      hoursAgo: 60,
      audience: 'compliance',
      body: 'The new refiner is not on the list of accredited ones. Do not tell the customer before it is clear.',
    },
    {
      by: ACCOUNT.relationshipManager,
      hoursAgo: 30,
      audience: 'everyone',
      body: 'The renewed licence is promised for this week.',
    },
  ],
  'a.pemberton@mail.example': [
    {
      by: ACCOUNT.compliance,
      hoursAgo: 8_000,
      audience: 'compliance',
      body: 'Exposed by a seat that ended in 2019. Enhanced measures agreed with the management.',
    },
  ],
};
