import * as z from 'zod';
import { TEXT_AREA_LIMIT, TEXT_LIMIT } from './limits';
import type { FieldType } from './lists';
import { day, emailAddress, opaqueId, plainText, timestamp } from './text';

export { TEXT_AREA_LIMIT, TEXT_LIMIT };

const country = z.string().regex(/^[A-Z]{2}$/, { error: 'must be an ISO 3166-1 alpha-2 code' });
const line = plainText({ least: 1, limit: TEXT_LIMIT });
const optionalLine = plainText({ limit: TEXT_LIMIT }).optional();
const e164 = z
  .string()
  .regex(/^\+[1-9]\d{1,14}$/, { error: 'must be a number in E.164, such as +971501234567' });

/** A share of a company: of another member of the list, or of the customer itself where `companyId` is missing. */
export const holding = z.object({ companyId: opaqueId.optional(), percent: z.number().gt(0).max(100) });

/**
 * A director, beneficial owner or signatory. `ownershipPercent` is 0 to 100. Contract section 6. `id`, `isCompany` and `holdings` are
 * additions of ours, for chains of ownership: a company in between stands in the list as well, and who has `holdings` has as
 * `ownershipPercent` what they come to, multiplied along each chain and added over chains (`lib/kyc/ownership.ts`).
 */
export const person = z.object({
  /** Names a member within its list, for `holdings`. */
  id: opaqueId.optional(),
  isCompany: z.boolean().optional(),
  holdings: z.array(holding).max(50).optional(),
  fullName: line,
  roleIds: z.array(opaqueId),
  ownershipPercent: z.number().min(0).max(100).optional(),
  nationalityId: country.optional(),
  dateOfBirth: day.optional(),
  isPep: z.boolean().optional(),
});
export type Person = z.output<typeof person>;

/** The value of each field type, as it is sent and read. Contract section 6, the table of answer models. */
export const answerValues = {
  Text: z.object({ textValue: line }),
  TextArea: z.object({ textValue: plainText({ least: 1, limit: TEXT_AREA_LIMIT, lines: true }) }),
  Number: z.object({ numberValue: z.number() }),
  DatePicker: z.object({ date: day }),
  Email: z.object({ textValue: emailAddress }),
  Phone: z.object({ textValue: e164 }),
  SingleOptionRadio: z.object({ optionId: opaqueId }),
  MultiOptionsCheckBox: z.object({ optionIds: z.array(opaqueId).max(200) }),
  Country: z.object({ countryId: country }),
  UserAddress: z.object({ countryId: country, city: line, state: line, zipcode: line, address: line }),
  /** The correspondence block is required where the flag is true; `lib/kyc/form-schema.ts` holds that. */
  CompanyAddress: z.object({
    countryId: country,
    city: line,
    zipcode: line,
    address: line,
    hasCorrespondenceAddress: z.boolean(),
    correspondenceCountryId: country.optional(),
    correspondenceCity: optionalLine,
    correspondenceZipcode: optionalLine,
    correspondenceAddress: optionalLine,
  }),
  Passport: z.object({ documentId: opaqueId }),
  IdCard: z.object({ idCardFrontId: opaqueId, idCardBackId: opaqueId.optional() }),
  Document: z.object({ documentId: opaqueId }),
  Signature: z.object({ documentId: opaqueId, signedAt: timestamp }),
  People: z.object({ people: z.array(person).max(200) }),
} as const;
export type AnswerValues = { [K in keyof typeof answerValues]: z.output<(typeof answerValues)[K]> };
export type AnswerValue = AnswerValues[keyof AnswerValues];

const typed = <K extends FieldType, S extends z.ZodRawShape>(fieldTypeId: K, value: z.ZodObject<S>) =>
  value.extend({ fieldTypeId: z.literal(fieldTypeId) });

/** An answer in a body: the value properties of its type beside `fieldTypeId`. Contract section 6. */
export const typedAnswer = z.discriminatedUnion('fieldTypeId', [
  typed('Text', answerValues.Text),
  typed('TextArea', answerValues.TextArea),
  typed('Number', answerValues.Number),
  typed('DatePicker', answerValues.DatePicker),
  typed('Email', answerValues.Email),
  typed('Phone', answerValues.Phone),
  typed('SingleOptionRadio', answerValues.SingleOptionRadio),
  typed('MultiOptionsCheckBox', answerValues.MultiOptionsCheckBox),
  typed('Country', answerValues.Country),
  typed('UserAddress', answerValues.UserAddress),
  typed('CompanyAddress', answerValues.CompanyAddress),
  typed('Passport', answerValues.Passport),
  typed('IdCard', answerValues.IdCard),
  typed('Document', answerValues.Document),
  typed('Signature', answerValues.Signature),
  typed('People', answerValues.People),
]);
export type TypedAnswer = z.output<typeof typedAnswer>;
