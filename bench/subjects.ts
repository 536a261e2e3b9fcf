import { DOCUMENT_TYPES } from '@/lib/kyc/contract/lists';
import { newId } from '@/lib/new-id';
import type { Database } from '@/server/db/client';
import { field, page, pagesOf, section } from '@/server/db/library/form-builder';
import { answers, documents, forms, formVersions } from '@/server/db/schema';
import { embeddedKyc } from '@/server/kyc/embedded';

/** How much a customer has told: questions on each page of the form, and words in each answer. */
export type Told = { pages: number; questions: number; words: number };

/** What comes to a profile of 10 KB. */
export const TEN_KILOBYTES: Told = { pages: 2, questions: 5, words: 6 };
/** What comes to a report of four pages. */
export const FOUR_PAGES: Told = { pages: 4, questions: 6, words: 40 };
/** A customer who has told all there is to tell. */
export const TWO_HUNDRED_ANSWERS: Told = { pages: 10, questions: 20, words: 10 };
/** One page of a form, to be saved over and over. */
export const ONE_PAGE: Told = { pages: 1, questions: 25, words: 6 };

/** The fully qualified names of a subject's questions on its first page. Contract section 5. */
export function questionsOf({ questions }: Told): string[] {
  return Array.from({ length: questions }, (_, index) => `Page1_Questions_Question${index + 1}`);
}

/** Records `count` documents of a subject, without bytes: what a profile lists. */
export async function addDocuments(db: Database, submissionId: string, count: number): Promise<void> {
  await db.insert(documents).values(
    Array.from({ length: count }, (_, index) => ({
      id: newId(),
      submissionId,
      documentTypeId: DOCUMENT_TYPES[index % DOCUMENT_TYPES.length] ?? 'Other',
      version: Math.floor(index / DOCUMENT_TYPES.length) + 1,
      fileName: `document-${index}.pdf`,
      originalFileName: `document ${index}.pdf`,
      description: 'As handed in at the branch',
      contentType: 'application/pdf',
      sizeInBytes: 1_234_567,
      sha256: 'a'.repeat(64),
      storageKey: newId(),
      uploadedAt: new Date(),
    })),
  );
}

const WORDS = 'income from trade in grain between the Gulf and the Black Sea since 2009'.split(' ');

/** An individual with a form of its own, wholly answered. Returns the submission. */
export async function addSubject(
  db: Database,
  told: Told,
  { tenantId, employeeId }: { tenantId: string; employeeId: string },
): Promise<string> {
  const formId = newId();
  const createdAt = new Date();
  const pages = pagesOf(formId, plan(told));
  const form = { id: formId, tenantId, name: 'Measured', createdAt };
  await db.insert(forms).values({ ...form, entityType: 'Individual', formType: 'KYCOnboarding' });
  await db.insert(formVersions).values({ formId, version: 1, pages, createdAt });
  const kyc = embeddedKyc({ db, clock: () => createdAt, newId });
  const { submissionId } = await kyc.addCustomer(
    { tenantId, actor: { kind: 'system', id: 'bench' }, requestId: newId() },
    {
      employeeId,
      formId,
      userType: 'IndividualCustomer',
      customerEmail: `${formId}@bench.example`,
      customerMobileNumber: '',
      sendEmail: false,
      individualCustomer: { firstName: 'Amina', lastName: 'Haddad' },
    },
  );
  const fields = pages.flatMap((one) => one.sections.flatMap((part) => part.fields));
  await db.insert(answers).values(
    fields.map(({ id: fieldId }) => ({
      id: newId(),
      submissionId,
      fieldId,
      fieldTypeId: 'TextArea' as const,
      value: { textValue: textOf(told.words) },
      answeredAt: createdAt,
      answeredBy: 'customer',
    })),
  );
  return submissionId;
}

function plan({ pages, questions }: Told) {
  return Array.from({ length: pages }, (_, at) =>
    page(
      `Page ${at + 1}`,
      section(
        'Questions',
        ...Array.from({ length: questions }, (__, index) =>
          field(`Question${index + 1}`, `What is there to say on point ${index + 1}?`, 'TextArea'),
        ),
      ),
    ),
  );
}

function textOf(words: number): string {
  return Array.from({ length: words }, (_, index) => WORDS[index % WORDS.length]).join(' ');
}
