import * as z from 'zod';
import { typedAnswer } from './answers';
import { bySubmission } from './customers';
import { formPage, formSummary } from './forms';
import { KYC_STATES } from './lists';
import { answerField, profileAnswer } from './profiles';
import { opaqueId, openList } from './text';

/** The most answers that one call saves, and the most submissions that one page of the list has. */
export const ANSWERS_LIMIT = 500;
export const LIST_LIMIT = 100;

/** A query's repeated key gives an array, a single one a string: both are a list. */
const listOf = <T extends z.ZodType>(one: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(one));

/** `GET submissions`: filters, and a place in the list (`cursor`, from the answer before). Contract section 6. */
export const listSubmissionsInput = z.object({
  formId: opaqueId.optional(),
  states: listOf(z.enum(KYC_STATES)).optional(),
  cursor: z.string().min(1).max(500).optional(),
  limit: z.coerce.number().int().min(1).max(LIST_LIMIT).default(50),
});

/** One submission of the list, newest first. Contract section 6. `submissionDate` is when it was created. */
export const submissionItem = z.looseObject({
  submissionId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  submissionDate: z.string(),
  kycState: openList(KYC_STATES),
  email: z.string(),
});
/** `count` is of all that match; `nextCursor` is null on the last page. */
export const listSubmissionsOutput = z.looseObject({
  count: z.number(),
  submissions: z.array(submissionItem),
  nextCursor: z.string().nullish(),
});

export const getSubmissionPageInput = bySubmission.extend({ pageId: opaqueId });

/** An answer as a page names it: a profile's, but for where its field stands. Contract section 6. */
export const pageAnswer = profileAnswer.extend({
  field: answerField.omit({ fqName: true, pageName: true, sectionName: true }).optional(),
});

/** A page of a submission with its answers. Contract section 6. `company` is null of an individual. */
export const submissionPage = z
  .looseObject({
    id: z.string(),
    userDetailsId: z.string().nullable(),
    userDetails: z
      .looseObject({ id: z.string(), firstName: z.string(), lastName: z.string(), email: z.string() })
      .nullable(),
    companyId: z.string().nullable(),
    company: z
      .looseObject({
        id: z.string(),
        fullName: z.string(),
        registrationNumber: z.string(),
        tradingName: z.string(),
      })
      .partial()
      .nullable(),
    formId: z.string(),
    form: formSummary.extend({ tenantId: z.string(), pages: z.array(formPage) }).partial(),
    formApproverUserId: z.array(z.string()),
    answers: z.array(pageAnswer),
  })
  .partial();

/**
 * One answer to save. `answer: null` takes an answer back, and `basedOn` makes the save conditional: the answer's version that was
 * seen, 0 where there was none; a field that somebody changed since is a 409. Both are additions of ours.
 */
export const answerToSave = z
  .object({
    fqName: z.string().min(1).max(1_000).optional(),
    fieldId: opaqueId.optional(),
    answer: typedAnswer.nullable(),
    basedOn: z.number().int().min(0).optional(),
  })
  .check((context) => {
    const { fqName, fieldId } = context.value;
    if ((fqName === undefined) === (fieldId === undefined)) {
      context.issues.push({
        code: 'custom',
        message: 'must name its field by exactly one of fqName and fieldId',
        path: [],
        input: context.value,
      });
    }
  });
export type AnswerToSave = z.output<typeof answerToSave>;

/** The body of `POST submissions`: it saves, all or nothing, and does not submit. Contract section 6. */
export const saveAnswersInput = bySubmission.extend({
  answers: z.array(answerToSave).min(1, { error: 'must not be empty' }).max(ANSWERS_LIMIT),
});
export type SaveAnswersInput = z.output<typeof saveAnswersInput>;

/** Saving and submitting answer with the submission's id. Contract section 6. */
export const submissionIdOutput = z.string();
