import { dayOf } from '@/lib/days';
import { placedFields } from '@/lib/kyc/conditions';
import { KycError } from '@/lib/kyc/contract/errors';
import type { KycOffice } from '@/lib/kyc/office';
import { ADVERSE_ANSWERS, factOf } from '@/lib/risk/facts';
import type { PaperResult } from '@/lib/risk/what-if';
import { type ProfileRow, profileRow } from '../../db/queries/profile';
import { assessMany, type RiskInput, type RiskResult } from '../../risk/assess';
import type { Offered } from '../../risk/candidates';
import { factsOf, fieldsLookedAt } from '../../risk/facts';
import { findLevers } from '../../risk/levers';
import { activeModel } from './active-model';
import { givenBy } from './change';
import { type JudgedAnswer, judgeAnswers } from './judge-answers';
import type { EngineParts } from './parts';

/**
 * What answers changed on paper would make of a customer's risk, by the model in force. Answers are judged as a save judges them; what
 * a save asks besides (the state, locks, who was first) does not apply, because nothing is written.
 */
export function whatIf({ db, clock }: EngineParts): KycOffice['whatIf'] {
  return async ({ tenantId }, submissionId, { changes }) => {
    const held = await heldOrNone(db, tenantId, submissionId);
    const today = dayOf(clock());
    const { judged, faults } = judgeAnswers(held, changes, { today, list: 'changes', keepsLocks: false });
    if (faults.length > 0) throw new KycError(400, { fields: faults });
    const model = await activeModel(db, tenantId);
    const [facts, onPaperFacts] = [held.answers, changed(held, judged)].map((answers) =>
      factsOf(inputOf(held, answers, today)),
    );
    if (facts === undefined || onPaperFacts === undefined) throw new Error('a paper without facts');
    const [current, onPaper] = await assessMany([facts, onPaperFacts], model);
    if (current === undefined || onPaper === undefined) throw new Error('an assessment without a result');
    const offered = offeredBy(held, onPaperFacts);
    const levers = await findLevers(onPaperFacts, onPaper, model, offered);
    return {
      modelId: model.id,
      modelVersion: model.version,
      current: paperResult(current),
      onPaper: paperResult(onPaper),
      levers: levers.map(({ lever }) => lever),
    };
  };
}

/** The questions that the facts of a customer come from, with the answers as they are. */
export function paperForm({ db, clock }: EngineParts): KycOffice['paperForm'] {
  return async ({ tenantId }, submissionId) => {
    const held = await heldOrNone(db, tenantId, submissionId);
    const fields = fieldsLookedAt(inputOf(held, held.answers, dayOf(clock())));
    const given = givenBy(held.answers);
    return {
      fields,
      answers: Object.fromEntries(
        fields.flatMap(({ id }) => {
          const answer = given.get(id);
          return answer ? [[id, answer]] : [];
        }),
      ),
    };
  };
}

async function heldOrNone(
  db: EngineParts['db'],
  tenantId: string,
  submissionId: string,
): Promise<ProfileRow> {
  const held = await profileRow(db, tenantId, submissionId);
  if (held === undefined) throw new KycError(404);
  return held;
}

function inputOf(
  { customer, pages, documents }: ProfileRow,
  answers: RiskInput['answers'],
  today: string,
): RiskInput {
  return { userType: customer.userType, pages, documents, answers, today };
}

/** The answers with those that are changed on paper in place of the stored ones. */
function changed({ answers }: ProfileRow, judged: readonly JudgedAnswer[]): RiskInput['answers'] {
  const onPaper = new Set(judged.map(({ field }) => field.id));
  return [
    ...answers.filter(({ fieldId }) => !onPaper.has(fieldId)),
    ...judged.flatMap(({ field, value }) => (value ? [{ fieldId: field.id, value: value.value }] : [])),
  ];
}

function paperResult({ score, calculatedRiskLevelId, isProvisional, detail }: RiskResult): PaperResult {
  return { score, calculatedRiskLevelId, isProvisional, detail };
}

/** What the customer's own form offers for a fact; where its questions have other options than the fact, the fact's own stand. */
function offeredBy({ pages }: ProfileRow, facts: ReturnType<typeof factsOf>): Offered {
  const fields = placedFields(pages).map(({ field }) => field);
  const names = new Set(fields.map(({ fqName }) => fqName.slice(fqName.lastIndexOf('_') + 1)));
  return (id) => {
    if (id === 'adverse') {
      return new Set(ADVERSE_ANSWERS.flatMap(({ value, field }) => (names.has(field) ? [value] : [])));
    }
    // The exposure of a company is that of its people, who are exposed or not.
    if (id === 'pep' && facts.userType === 'LegalCustomer') return new Set(['yes', 'no']);
    const fact = factOf(id);
    if (!('options' in fact)) return undefined;
    const { sources = [], missing = [] } = facts.known[id] ?? {};
    const asked = fields.filter(
      (field) => sources.some(({ fieldId }) => fieldId === field.id) || missing.includes(field.label),
    );
    const values = asked.flatMap(({ options = [] }) => options.map(({ optionValue }) => optionValue));
    const own = new Set(values);
    return fact.options.some(({ value }) => own.has(value)) ? own : undefined;
  };
}
