import type { DecisionLine, NoteLine } from '@/lib/kyc/cases';
import { date, line, moment, paragraphs } from '@/lib/kyc/profile-view/text';
import { fill, wordFor } from '@/lib/kyc/profile-view/words';
import type { Tone } from '@/lib/theme/tokens';
import type { ReportCase } from '../report';
import type { ReportWords } from '../words';
import type { DecisionView, NoteView, OutcomeView } from './types';

const STATE_TONE: Record<DecisionLine['state'], Tone> = {
  awaitingSecond: 'pending',
  effective: 'positive',
  declined: 'critical',
  withdrawn: 'neutral',
  lapsed: 'neutral',
};

/** Every decision with who made it, who looked at it, and why: the open proposal first. Null for who reads outcomes only. */
export function decisionViews(casework: ReportCase, words: ReportWords): DecisionView[] | null {
  if (casework.audience !== 'compliance') return null;
  const isOpen = ({ state }: DecisionLine) => Number(state === 'awaitingSecond');
  return casework.decisions
    .toSorted((a, b) => isOpen(b) - isOpen(a) || b.madeAt.localeCompare(a.madeAt))
    .map((decision) => decisionView(decision, words));
}

function decisionView(decision: DecisionLine, words: ReportWords): DecisionView {
  const { kind, state, riskLevel, validUntil, maker, madeAt, checker, closedAt, neededSecond, levelEnd } =
    decision;
  const label = words.decisions;
  const said: [label: string, text: string | null][] = [
    [label.reason, decision.reason],
    [label.note, decision.note],
    [label.checkerNote, decision.checkerNote],
    [label.ended, levelEnd && fill(label.ends[levelEnd.because], { at: moment(levelEnd.at) })],
  ];
  return {
    what:
      kind === 'changeLevel' && riskLevel
        ? fill(validUntil ? label.levelUntil : label.level, {
            level: wordFor(words.riskLevels, riskLevel),
            until: date(validUntil ?? ''),
          })
        : wordFor(label.kinds, kind),
    outcome: levelEnd
      ? { word: label.endedState, tone: 'neutral' }
      : { word: wordFor(label.states, state), tone: STATE_TONE[state] },
    made: moment(madeAt, 'without zone'),
    maker: line(maker.name) || words.unknown,
    closed: closedAt !== null && (neededSecond || checker) ? moment(closedAt, 'without zone') : null,
    checker: secondPerson(decision, words),
    version: String(decision.seenVersion),
    said: said.flatMap(([name, text]) => (text?.trim() ? [{ label: name, text: paragraphs(text) }] : [])),
  };
}

function secondPerson({ checker, state, neededSecond }: DecisionLine, words: ReportWords): string {
  if (checker) return line(checker.name) || words.unknown;
  if (!neededSecond) return words.decisions.oneIsEnough;
  return state === 'awaitingSecond' ? words.decisions.notYet : words.none;
}

/** What came of the decisions, for who is not told why: the newest first. */
export function outcomeViews(casework: ReportCase, words: ReportWords): OutcomeView[] {
  if (casework.audience === 'compliance') return [];
  return casework.decisions
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ kind, riskLevel, at, endedAt }) => ({
      outcome:
        kind === 'changeLevel' && riskLevel
          ? {
              word: fill(endedAt ? words.decisions.levelEnded : words.decisions.level, {
                level: wordFor(words.riskLevels, riskLevel),
                at: moment(endedAt ?? ''),
              }),
              tone: endedAt ? 'neutral' : 'info',
            }
          : {
              word: words.decisions.outcomes[kind],
              tone: kind === 'reject' ? 'critical' : 'positive',
            },
      at: moment(at),
    }));
}

/** The notes that the reader may read, the newest first; null for an outside system. */
export function noteViews(casework: ReportCase, words: ReportWords): NoteView[] | null {
  if (casework.audience === 'system') return null;
  const isMeant = ({ audience }: NoteLine) => casework.audience === 'compliance' || audience === 'everyone';
  return casework.notes
    .filter(isMeant)
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ author, at, audience, body, mentions }) => ({
      author: line(author.name) || words.unknown,
      at: moment(at),
      audience: audience === 'compliance' ? { word: words.notes.complianceOnly, tone: 'caution' } : null,
      text: paragraphs(body),
      mentions:
        mentions.length > 0
          ? fill(words.notes.mentions, { names: mentions.map(({ name }) => line(name)).join(', ') })
          : null,
    }));
}
