import type { DecisionLine, NoteLine } from '@/lib/kyc/cases';
import type { ReportCase } from './report';

const OMAR = { id: 'staff-omar', name: 'Omar Farouk' };
const INGRID = { id: 'staff-ingrid', name: 'Ingrid Solberg' };
const LAYLA = { id: 'staff-layla', name: 'Layla Nasser' };

function decision(
  more: Partial<DecisionLine> & Pick<DecisionLine, 'id' | 'kind' | 'state' | 'madeAt'>,
): DecisionLine {
  return {
    neededSecond: true,
    riskLevel: null,
    validUntil: null,
    reason: null,
    note: null,
    seenVersion: 7,
    maker: OMAR,
    checker: null,
    checkerNote: null,
    closedAt: null,
    levelEnd: null,
    ...more,
  };
}

const decisions: DecisionLine[] = [
  decision({
    id: 'decision-1',
    kind: 'reject',
    state: 'declined',
    madeAt: '2026-09-15T10:40:00Z',
    seenVersion: 6,
    reason: 'The ownership cannot be verified.',
    checker: INGRID,
    checkerNote: 'The register of Jebel Ali answers within a week; ask there first.',
    closedAt: '2026-09-15T11:05:00Z',
  }),
  decision({
    id: 'decision-2',
    kind: 'changeLevel',
    state: 'effective',
    madeAt: '2026-09-15T11:20:00Z',
    riskLevel: 'High',
    validUntil: '2027-03-31',
    reason: 'A signatory is politically exposed and the source of funds is not yet evidenced.',
    checker: INGRID,
    closedAt: '2026-09-15T11:30:00Z',
  }),
  decision({
    id: 'decision-3',
    kind: 'escalate',
    state: 'effective',
    madeAt: '2026-09-16T07:00:00Z',
    neededSecond: false,
    note: 'السيد ششوكين موظف سابق في وزارة النقل، ويحتاج الملف إلى رأي آخر.',
    closedAt: '2026-09-16T07:00:00Z',
  }),
  decision({
    id: 'decision-4',
    kind: 'approve',
    state: 'awaitingSecond',
    madeAt: '2026-09-16T09:15:00Z',
    note: 'Funds are evidenced by the audited accounts of 2025.\n\nThe adverse article of 2019 is about a namesake.',
  }),
];

const notes: NoteLine[] = [
  {
    id: 'note-1',
    audience: 'everyone',
    body: 'The general manager prefers to be called in the morning.',
    author: LAYLA,
    at: '2026-09-14T12:00:00Z',
    mentions: [],
  },
  {
    id: 'note-2',
    audience: 'compliance',
    body: 'Screening hit discounted: the sanctioned Shchukin was born in 1951.',
    author: OMAR,
    at: '2026-09-15T12:00:00Z',
    mentions: [INGRID],
  },
  {
    id: 'note-3',
    audience: 'compliance',
    body: 'تحققنا من السجل التجاري في دبي يوم الثلاثاء (رقم 1182734).',
    author: INGRID,
    at: '2026-09-16T08:30:00Z',
    mentions: [],
  },
];

/** The sample's case as compliance reads it: what was declined, set, escalated, and what waits for a second person. */
export const complianceCase: Extract<ReportCase, { audience: 'compliance' }> = {
  audience: 'compliance',
  decisions,
  notes,
};

const outcomes = [
  { id: 'decision-0', kind: 'approve', riskLevel: null, at: '2026-09-01T09:00:00Z', endedAt: null },
  { id: 'decision-2', kind: 'changeLevel', riskLevel: 'High', at: '2026-09-15T11:30:00Z', endedAt: null },
] as const;

/** The same case as a relationship manager reads it; all its notes, as a reader that forgot to choose would hand them over. */
export const managerCase: ReportCase = { audience: 'manager', decisions: outcomes, notes };

/** The same case as an outside system reads it. */
export const systemCase: ReportCase = { audience: 'system', decisions: outcomes };

/** Words of the case that compliance alone may read. */
export const FOR_COMPLIANCE = [
  'audited accounts',
  'namesake',
  'register of Jebel Ali',
  'cannot be verified',
  'Screening hit',
  'sanctioned Shchukin',
  'Omar Farouk',
  'Declined',
  'Waits for a second person',
  'الثلاثاء',
  'وزارة',
];
