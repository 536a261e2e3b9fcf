import type { PageView } from '@/lib/kyc/profile-view/types';
import type { ColourName, Tone } from '@/lib/theme/tokens';
import type { ReportWords } from '../words';

/*
 * What the template reads. Everything is decided and worded here, and the template only sets it: a string is one line, an array of
 * strings are paragraphs, and `null` is nothing to show.
 */

/** A state or a level: never a tone alone, so the template draws the tone's shape and sets the word. */
export type Mark = { word: string; tone: Tone };

/** A label and what stands under it. `mono` for ids, numbers of registers and the like. */
export type Fact = { label: string; value: string; mono?: boolean };

export type FactorView = {
  name: string;
  /** The category, in words. */
  category: string | null;
  value: string | null;
  explanation: string | null;
  /** The rule that counted and the answers that were looked at. */
  origin: string | null;
  /** Set where not all of the answers were there. */
  unknown: Mark | null;
  /** "60 × 0.25". */
  calculation: string | null;
  /** "15". */
  points: string;
  /** The bar's length, 0 to 1 of the longest one. */
  share: number;
  /** True where the factor lowers the score; its bar is hollow. */
  lowers: boolean;
};

export type RiskView = {
  level: Mark | null;
  /** "61.5"; null where nothing is assessed. */
  score: string | null;
  /** 0 to 100, for the scale's pointer. */
  scoreAt: number | null;
  bands: (Mark & { from: number; to: number })[];
  /** The scale in words. */
  scaleText: string | null;
  facts: Fact[];
  /** Provisional and overridden, each with what it means. */
  notes: { mark: Mark; text: string; facts: Fact[] }[];
  factors: FactorView[];
  total: string | null;
  rules: { effect: string; explanation: string }[];
};

export type DocumentView = {
  type: string;
  version: string | null;
  description: string | null;
  file: string;
  size: string;
  /** "3 pages", "640 × 440 px". */
  extent: string | null;
  uploaded: string;
  uploadedBy: string | null;
  expires: string;
  /** Where its last day was behind when the report was made. */
  expired: Mark | null;
  hash: string | null;
  /** What compliance said of it last, and when and by whom. */
  review: (Mark & { by: string }) | null;
};

export type RequestView = {
  what: string;
  words: string[];
  asked: string;
  state: Mark;
  /** When it was answered or withdrawn. */
  closed: string | null;
};

export type AssessmentView = {
  at: string;
  level: Mark;
  score: string;
  model: string;
  trigger: string;
  marks: string[];
};

/** A decision as compliance reads it. */
export type DecisionView = {
  what: string;
  outcome: Mark;
  made: string;
  maker: string;
  /** When the second person looked, or the proposal ended otherwise. */
  closed: string | null;
  /** The second person, or that one was enough. */
  checker: string;
  /** The version of the profile that was seen. */
  version: string;
  /** Reason and notes, each under its label. */
  said: { label: string; text: string[] }[];
};

/** A decision as everybody else reads it: what came of it, and when. */
export type OutcomeView = { outcome: Mark; at: string };

export type NoteView = {
  author: string;
  at: string;
  /** Set where compliance alone reads it. */
  audience: Mark | null;
  text: string[];
  mentions: string | null;
};

export type ReportView = {
  words: ReportWords;
  colours: Record<ColourName, string>;
  metadata: {
    language: string;
    title: string;
    author: string;
    keywords: string[];
    /** UTC. */
    date: { year: number; month: number; day: number; hour: number; minute: number; second: number };
  };
  /** What every page repeats. */
  running: { name: string; submission: string; generated: string; version: string | null };
  /** Who the copy is for, in words; null where that is nothing special. */
  copy: string | null;
  confidential: string;
  name: string;
  kind: string | null;
  state: Mark | null;
  facts: Fact[];
  risk: RiskView;
  /** The open proposal first, then the newest; null where only outcomes are told. */
  decisions: DecisionView[] | null;
  /** The newest first. */
  outcomes: OutcomeView[];
  pages: PageView[];
  documents: DocumentView[];
  /** What was ever asked for again. */
  requests: RequestView[];
  /** The newest first; null where notes are none of the reader's business. */
  notes: NoteView[] | null;
  history: AssessmentView[];
};
