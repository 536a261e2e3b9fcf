import type * as z from 'zod';
import { limitFaults } from './answer-limits';
import { type Given, isFilled, visibleFields } from './conditions';
import { type Person, type TypedAnswer, typedAnswer } from './contract/answers';
import { fieldFaults } from './contract/errors';
import type { FieldLimits, FormField, FormPage } from './contract/forms';
import { parseParams } from './contract/parse';
import { BENEFICIAL_OWNER_PERCENT, memberId, ownership } from './ownership';

/** The day that limits such as `-18y` count from, YYYY-MM-DD. */
type Today = { today: string };

/**
 * What an answer to this field must be: its type's value, within the field's limits, chosen from its options. One fault for each bad
 * part, with the contract's path (`people[0].fullName`). Members of a People answer who have `holdings` come out with the
 * `ownershipPercent` that these come to. Screen, action and engine use this one function; parse with `parseParams`.
 */
export function answerSchema(field: FormField, { today }: Today): z.ZodType<TypedAnswer> {
  return typedAnswer
    .check((context) => {
      // One fault for each bad part: limits are looked at once the type is right.
      if (context.issues.length > 0) return;
      const answer = context.value;
      const faults =
        answer.fieldTypeId === field.fieldTypeId
          ? limitFaults(answer, field, today)
          : [{ path: 'fieldTypeId', message: `must be ${field.fieldTypeId}` }];
      for (const { path, message } of faults) {
        context.issues.push({ code: 'custom', message, path: partsOf(path), input: answer });
      }
    })
    .transform(withShares);
}

/** A required field that nobody answered, or an answer that does not do, among the fields that are shown. */
export type FieldProblem = {
  fieldId: string;
  pageId: string;
  label: string;
  kind: 'missing' | 'invalid';
  /** What is wanted, in the contract's words. */
  message: string;
};

/**
 * All that stands between these answers and a complete form, in the form's order: one problem a field at most. A locked field is
 * nothing that whoever fills in could do something about, and is no problem.
 */
export function checkAnswers(pages: readonly FormPage[], given: Given, { today }: Today): FieldProblem[] {
  return [...visibleFields(pages, given).values()].flatMap(({ field, page }) => {
    if (field.isLocked) return [];
    const problem = problemOf(field, given.get(field.id), today);
    return problem ? [{ fieldId: field.id, pageId: page.id, label: field.label, ...problem }] : [];
  });
}

function problemOf(
  field: FormField,
  answer: TypedAnswer | undefined,
  today: string,
): Pick<FieldProblem, 'kind' | 'message'> | undefined {
  if (!answer || !isFilled(answer)) {
    return field.isRequired ? { kind: 'missing', message: 'is required' } : undefined;
  }
  const parsed = answerSchema(field, { today }).safeParse(answer, parseParams);
  if (!parsed.success) {
    return { kind: 'invalid', message: fieldFaults(parsed.error).map(worded).join('; ') };
  }
  if (answer.fieldTypeId !== 'People') return undefined;
  const missing = missingOfPeople(answer.people, field.limits ?? {});
  return missing.length > 0 ? { kind: 'missing', message: missing.join('; ') } : undefined;
}

/** Properties that are the whole answer: naming them would tell a reader nothing. */
const WHOLE = /^(textValue|numberValue|date|optionId|countryId|documentId|people)$/;

function worded({ path, message }: { path: string; message: string }): string {
  return WHOLE.test(path) ? message : `${path}: ${message}`;
}

/**
 * What a complete answer still lacks. Whoever holds 25 % or more must have a nationality, a birth date and the answer whether he or
 * she is politically exposed. Everybody must have a role or a share. `limits.unaccountedBelow` of the field says from which share
 * on, in percent, it matters that nobody is named for it.
 */
function missingOfPeople(people: readonly Person[], { unaccountedBelow }: FieldLimits): string[] {
  const { effective, owners25, unaccounted } = ownership(people);
  const owners = new Set(owners25);
  const missing = people.flatMap((person, index) => {
    const id = memberId(person, index);
    const share = effective.get(id) ?? 0;
    if (share === 0 && person.roleIds.length === 0) return [`${person.fullName} needs a role or a share`];
    const lacks = owners.has(id) ? lackedBy(person) : [];
    return lacks.length === 0
      ? []
      : [
          `${person.fullName} holds ${percent(share)}, which is ${BENEFICIAL_OWNER_PERCENT} % or more: ${lacks.join(', ')} missing`,
        ];
  });
  if (unaccountedBelow !== undefined && unaccounted >= unaccountedBelow) {
    missing.push(`${percent(unaccounted)} of the ownership is not accounted for`);
  }
  return missing;
}

function lackedBy({ nationalityId, dateOfBirth, isPep }: Person): string[] {
  return [
    nationalityId === undefined ? 'nationality' : '',
    dateOfBirth === undefined ? 'date of birth' : '',
    isPep === undefined ? 'whether politically exposed' : '',
  ].filter(Boolean);
}

function percent(share: number): string {
  return `${Math.round(share * 100) / 100} %`;
}

function withShares(answer: TypedAnswer): TypedAnswer {
  if (answer.fieldTypeId !== 'People') return answer;
  const { effective } = ownership(answer.people);
  const people = answer.people.map((person, index) =>
    person.holdings && person.holdings.length > 0
      ? { ...person, ownershipPercent: Math.min(100, effective.get(memberId(person, index)) ?? 0) }
      : person,
  );
  return { ...answer, people };
}

/** `people[0].fullName` → `['people', 0, 'fullName']`. */
function partsOf(path: string): (string | number)[] {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
