import 'server-only';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { answerValues, type Person } from '@/lib/kyc/contract/answers';
import type { Profile } from '@/lib/kyc/contract/profiles';
import type { RequestLine, Source } from '@/lib/kyc/profile-page';
import type { Review } from '@/lib/kyc/reviews';
import type { DbOrTx } from '../db/client';
import { type RequestRow, requestsOfSubmission } from '../db/queries/requests';
import { reviewOf } from '../db/queries/review-list';
import { type ReadReviews, readReviews } from './document-lines';
import { informationRequest } from './requests';
import { type NameSource, readSources } from './sources';

/** The requests of a customer, worded by its profile. */
export type ReadRequests = (profile: Profile) => RequestLine[];

/** What of a profile page is ours, whichever side holds the profile. */
export type Additions = {
  nameSource: NameSource;
  /** What compliance said of documents. */
  reviews: ReadReviews;
  requests: ReadRequests;
  /** When the customer is looked at again; null where that is not on our calendar. */
  review: Review | null;
};

/** What of a customer's page is ours: who answered and uploaded, what compliance said of documents, and what it asks for again. */
export async function profileAdditions(
  api: KycApi,
  db: DbOrTx,
  call: KycCall,
  profile: Profile,
  submissionId: string,
): Promise<Additions> {
  const rows = await requestsOfSubmission(db, call.tenantId, submissionId);
  const reviews = await readReviews(db, call.tenantId, submissionId);
  const nameSource = await readSources(api, db, call, [
    ...profile.answers.map(({ answeredBy }) => answeredBy),
    ...profile.documents.map(({ uploadedBy }) => uploadedBy),
    ...rows.map(({ requestedBy }) => requestedBy),
  ]);
  const review = (await reviewOf(db, call.tenantId, submissionId)) ?? null;
  return {
    nameSource,
    reviews,
    review,
    requests: (shown) => rows.map((row) => requestLine(row, shown, nameSource)),
  };
}

function requestLine(row: RequestRow, profile: Profile, nameSource: NameSource): RequestLine {
  const closedAt = row.answeredAt ?? row.withdrawnAt;
  return {
    ...informationRequest(row),
    question: row.fieldId === null ? null : questionOf(profile, row.fieldId),
    requestedBy: nameSource(row.requestedBy)?.name ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  };
}

function questionOf(profile: Profile, fieldId: string): string | null {
  const fields = (profile.form.pages ?? []).flatMap(({ sections }) =>
    sections.flatMap((section) => section.fields),
  );
  return fields.find(({ id }) => id === fieldId)?.label ?? null;
}

/** Who gave the answers, by the id that they name. */
export function answerSources(profile: Profile, nameSource: NameSource): Record<string, Source> {
  const ids = new Set(profile.answers.map(({ answeredBy }) => answeredBy));
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const source = nameSource(id);
      return id && source ? [[id, source]] : [];
    }),
  );
}

/** The people of each answer that lists some; one that a remote server spells in a way of its own is left out. */
export function peopleAnswers(profile: Profile): Record<string, Person[]> {
  return Object.fromEntries(
    profile.answers.flatMap((answer) => {
      const fieldId = answer.fieldID ?? answer.field?.id;
      if (fieldId === undefined || answer.fieldTypeId !== 'People') return [];
      const { data } = answerValues.People.safeParse(answer);
      return data ? [[fieldId, data.people]] : [];
    }),
  );
}
