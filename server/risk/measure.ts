import type { DocumentType, UserType } from '@/lib/kyc/contract/lists';
import { type Answers, countriesIn, namedShareIn, optionsIn, peopleIn } from './answers';
import type { CountryList, Factor, Measure, OptionScores, RiskModel } from './model';

/** What a factor found: its score from 0 to 100, the value it comes from, and why, in plain words. */
export type Reading = {
  /** Null where nothing is known. */
  value: string | null;
  score: number;
  explanation: string;
  /** False while something that the factor looks at is not known. */
  isKnown: boolean;
};

/** What is looked at. */
export type Subject = {
  userType: UserType;
  answers: Answers;
  documentTypeIds: ReadonlySet<DocumentType>;
};

type MeasureOf<K extends Measure['kind']> = Extract<Measure, { kind: K }>;

/** Measures one factor of a model. */
export function readFactor({ measure }: Factor, subject: Subject, model: RiskModel): Reading {
  switch (measure.kind) {
    case 'userType':
      return readUserType(measure, subject);
    case 'fixed':
      return { value: measure.value, score: measure.score, explanation: measure.explanation, isKnown: true };
    case 'countries':
      return readCountries(measure, subject, model);
    case 'options':
      return readOptions(measure.field[subject.userType], measure.scores, subject, model);
    case 'pep':
      return readPep(measure, subject, model);
    case 'ownership':
      return readOwnership(measure, subject, model);
    case 'documents':
      return readDocuments(measure, subject);
  }
}

function readUserType({ scores }: MeasureOf<'userType'>, { userType }: Subject): Reading {
  const isPerson = userType === 'IndividualCustomer';
  return {
    value: isPerson ? 'Individual' : 'Legal entity',
    score: scores[userType],
    explanation: isPerson
      ? 'An individual acts in person.'
      : 'A legal entity acts through people who have to be identified as well.',
    isKnown: true,
  };
}

function readCountries(
  { fields, otherwise }: MeasureOf<'countries'>,
  { userType, answers }: Subject,
  { countryLists, notKnownScore }: RiskModel,
): Reading {
  const asked = fields[userType].flatMap((name) => answers(name) ?? []);
  const countries = [...new Set(asked.flatMap(({ value }) => (value ? countriesIn(value) : [])))].sort();
  if (countries.length === 0) return notKnown('No country is known yet', notKnownScore);
  const missing = asked.filter(({ value }) => value === undefined).map(({ label }) => label);
  const listed = countries.flatMap((code) => listsOf(code, countryLists).map((list) => ({ code, list })));
  const worst = Math.max(otherwise, ...listed.map(({ list }) => list.score));
  const found =
    listed.length === 0
      ? `${listOf(countries.map(countryName))}: on none of the lists that this model holds.`
      : `${listed.map(({ code, list }) => `${countryName(code)} is ${list.says} (list of ${list.publishedOn})`).join('. ')}.`;
  return {
    value: countries.map(countryName).join(', '),
    score: missing.length > 0 ? Math.max(worst, notKnownScore) : worst,
    explanation: missing.length > 0 ? `${found} ${stillMissing(missing, notKnownScore)}` : found,
    isKnown: missing.length === 0,
  };
}

function listsOf(code: string, lists: readonly CountryList[]): CountryList[] {
  return lists.filter(({ countries }) => countries.includes(code));
}

function readOptions(
  fieldName: string,
  scores: OptionScores,
  { answers }: Subject,
  { notKnownScore }: RiskModel,
): Reading {
  const asked = answers(fieldName);
  const chosen = asked ? optionsIn(asked) : [];
  if (!asked || chosen.length === 0) {
    return notKnown(
      asked ? `“${asked.label}” is not answered yet` : 'The form does not ask for it',
      notKnownScore,
    );
  }
  const scored = chosen.map((option) => ({ ...option, score: scores[option.optionValue] }));
  const unscored = scored.filter(({ score }) => score === undefined).map(({ optionText }) => optionText);
  const score = Math.max(...scored.map((option) => option.score ?? notKnownScore));
  const value = chosen.map(({ optionText }) => optionText).join(', ');
  const most =
    scored.length > 1 ? `The highest of ${scored.length} answers counts.` : `The answer is “${value}”.`;
  return {
    value,
    score,
    explanation:
      unscored.length > 0
        ? `${most} The model has no score for ${listOf(unscored)}, which counts as ${notKnownScore}.`
        : most,
    isKnown: unscored.length === 0,
  };
}

function readPep(
  { declaration, scores, people, personScore }: MeasureOf<'pep'>,
  subject: Subject,
  model: RiskModel,
): Reading {
  if (subject.userType === 'IndividualCustomer') return readOptions(declaration, scores, subject, model);
  // An owner is often a director as well: people count once, by name, with whatever was said of them in either place.
  const declared = new Map<string, boolean | undefined>();
  for (const { fullName, isPep } of people.flatMap((field) => peopleIn(subject.answers(field)?.value))) {
    const before = declared.get(fullName);
    declared.set(fullName, before === undefined || isPep === undefined ? (before ?? isPep) : before || isPep);
  }
  const named = [...declared.values()];
  const exposed = named.filter((isPep) => isPep === true).length;
  const silent = named.filter((isPep) => isPep === undefined).length;
  if (exposed > 0) {
    return {
      value: `${exposed} of ${counted(named.length, 'person', 'people')}`,
      score: personScore,
      explanation: `Of the owners and directors, ${counted(exposed, 'is', 'are')} politically exposed.`,
      isKnown: true,
    };
  }
  if (named.length === 0) return notKnown('No owner or director is named yet', model.notKnownScore);
  if (silent > 0) {
    return notKnown(
      `For ${counted(silent, 'owner or director', 'owners and directors')} it is not said`,
      model.notKnownScore,
    );
  }
  return {
    value: 'Nobody',
    score: 0,
    explanation: `None of the ${counted(named.length, 'owner or director', 'owners and directors')} named is politically exposed.`,
    isKnown: true,
  };
}

function readOwnership(
  { structure, scores, owners, namedShare }: MeasureOf<'ownership'>,
  subject: Subject,
  model: RiskModel,
): Reading {
  const held = readOptions(structure, scores, subject, model);
  const told = subject.answers(owners)?.value;
  const people = peopleIn(told);
  if (people.length === 0) return notKnown('No beneficial owner is named yet', model.notKnownScore);
  const share = namedShareIn(told);
  const shareScore = namedShare.find(({ from }) => share >= from)?.score ?? model.notKnownScore;
  const named = `${counted(people.length, 'owner', 'owners')} with ${percentOf(share)} of the shares`;
  return {
    value: held.value === null ? named : `${named}; ${held.value}`,
    score: Math.max(shareScore, held.score),
    explanation: `Named: ${named}. How the shares are held: ${held.explanation}`,
    isKnown: held.isKnown,
  };
}

function readDocuments({ groups }: MeasureOf<'documents'>, { userType, documentTypeIds }: Subject): Reading {
  const wanted = groups[userType];
  const missing = wanted.filter(({ anyOf }) => !anyOf.some((type) => documentTypeIds.has(type)));
  const names = listOf(missing.map(({ name }) => name));
  return {
    value: `${wanted.length - missing.length} of ${wanted.length}`,
    score: Math.round((100 * missing.length) / wanted.length),
    explanation:
      missing.length === 0 ? 'Every document that the model asks for is at hand.' : `Missing: ${names}.`,
    isKnown: true,
  };
}

function notKnown(what: string, score: number): Reading {
  return {
    value: null,
    score,
    explanation: `${what}; until it is known, it counts as ${score}.`,
    isKnown: false,
  };
}

function stillMissing(labels: readonly string[], score: number): string {
  return `Not known yet: ${listOf(labels)}; until then it counts as ${score} or more.`;
}

const regionNames = new Intl.DisplayNames(['en'], { type: 'region' });

function countryName(code: string): string {
  return regionNames.of(code) ?? code;
}

const listOf = (words: readonly string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const percentOf = (share: number) =>
  `${new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(share)} %`;
