import type { ChangeMark, Happening } from './profile-diff';
import type { Source } from './profile-page';
import type { ValueView } from './profile-view/types';
import type { Subject } from './materiality';

/** A version of a profile. What somebody else's server does not tell is null. */
export type VersionLine = {
  version: number;
  at: string;
  by: Source | null;
  /** What occasioned it (`answers.saved`, `review.due` …). */
  trigger: string | null;
  kycState: string | null;
  level: string | null;
};

/** Versions, the newest first; `next` is the `before` of the page that follows. */
export type VersionList = {
  versions: VersionLine[];
  next: number | null;
  /** The version with which the last decision took effect; null where there was none, or none that we know of. */
  decided: number | null;
};

/** How many versions a page of the list holds. */
export const VERSIONS_PAGE = 100;

/** One line of a comparison: what it is about, and what it says in each of the two. */
export type ComparedLine = {
  id: string;
  kind: 'answer' | 'document' | 'level' | 'state';
  /** Page and section of the form; null of what is no answer. */
  page: string | null;
  section: string | null;
  label: string;
  /** `same` = in both. */
  how: Happening | 'same';
  mark: ChangeMark | null;
  subject: Subject | null;
  sameMeaning: boolean;
  before: ComparedValue | null;
  after: ComparedValue | null;
};
export type ComparedValue = {
  /** Of an answer; of a document its name and the day it expires; a code of a level or a state. */
  value: ValueView;
  /** The document that it is, while it can be opened. */
  documentId: string | null;
};

/** A factor of the risk that is another one. */
export type MovedFactor = { id: string; name: string; before: number | null; after: number | null };

export type Comparison = {
  from: VersionLine;
  to: VersionLine;
  lines: ComparedLine[];
  factors: MovedFactor[];
  scores: { before: number | null; after: number | null };
};

/** What changed since a version, for a glance: no values. */
export type ChangesSince = {
  /** Null where there was no decision yet. */
  from: VersionLine | null;
  to: VersionLine | null;
  changes: Pick<ComparedLine, 'id' | 'kind' | 'label' | 'how' | 'mark'>[];
};
