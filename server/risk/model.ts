import type { DocumentType, RiskLevel, UserType } from '@/lib/kyc/contract/lists';

/** A value for each kind of customer. */
export type ByUserType<T> = Readonly<Record<UserType, T>>;

/** What a list of countries says, and how it scores. The lists are defaults; a firm's counsel decides them. */
export type CountryList = {
  id: string;
  /** Ends the sentence "Lebanon is …". */
  says: string;
  /** 0 to 100. */
  score: number;
  /** Who publishes it, and the day of the publication that the codes were taken from (`YYYY-MM-DD`). */
  source: string;
  publishedOn: string;
  /** ISO 3166-1 alpha-2. */
  countries: readonly string[];
};

/** How options of a field score: by their `optionValue`, 0 to 100. */
export type OptionScores = Readonly<Record<string, number>>;

/**
 * How a factor is measured. Answers are found by the name of their field, the third part of its `fqName`
 * (`AboutYou_Origin_Nationality` → `Nationality`), so any form that keeps to the names can be scored.
 */
export type Measure =
  /** The kind of customer itself. */
  | { kind: 'userType'; scores: ByUserType<number> }
  /** The same for everybody, because the product works so. */
  | { kind: 'fixed'; value: string; score: number; explanation: string }
  /** Every country in these fields (countries, addresses, people's nationalities); the highest counts. */
  | { kind: 'countries'; fields: ByUserType<readonly string[]>; otherwise: number }
  /** The chosen options of one field; the highest counts. */
  | { kind: 'options'; field: ByUserType<string>; scores: OptionScores }
  /** The customer's own declaration, or that of the people behind a legal entity. */
  | {
      kind: 'pep';
      declaration: string;
      scores: OptionScores;
      people: readonly string[];
      personScore: number;
    }
  /** How the shares are held, and how much of them is held by people who are named. */
  | {
      kind: 'ownership';
      structure: string;
      scores: OptionScores;
      owners: string;
      /** From each share (percent, descending) on, its score. */
      namedShare: readonly { from: number; score: number }[];
    }
  /** Each group is satisfied by any of its documents; the score is the missing groups' share of all. */
  | { kind: 'documents'; groups: ByUserType<readonly DocumentGroup[]> };

export type DocumentGroup = { name: string; anyOf: readonly DocumentType[] };

export type Factor = {
  id: string;
  name: string;
  category: 'Geography' | 'Customer' | 'Channel' | 'Activity' | 'Funds' | 'Ownership' | 'Documents';
  /** Whole percents; a factor without a share for a kind of customer does not apply to it. They sum to 100 for each kind. */
  percent: Partial<ByUserType<number>>;
  measure: Measure;
};

/** A rule that lifts the level whatever the score says. It looks at known factors only. */
export type Floor = {
  id: string;
  level: RiskLevel;
  when:
    | { kind: 'factor'; factor: string; atLeast: number }
    | { kind: 'several'; count: number; atLeast: number };
  explanation: string;
};

/** A risk model: data, identified by id and version, never changed once it has assessed anybody. */
export type RiskModel = {
  id: string;
  version: number;
  /** What is not known scores this, so that silence is neither a clean slate nor a verdict. */
  notKnownScore: number;
  factors: readonly Factor[];
  countryLists: readonly CountryList[];
  /** Ascending and without gaps; `from` belongs to the level, `to` to the next one (100 to the last). */
  thresholds: readonly { riskLevelId: RiskLevel; from: number; to: number }[];
  floors: readonly Floor[];
  /** How long after an assessment the next review is due. */
  reviewMonths: Readonly<Record<RiskLevel, number>>;
};
