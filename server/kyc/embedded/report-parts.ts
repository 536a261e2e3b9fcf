import type { Profile } from '@/lib/kyc/contract/profiles';
import { sourceNamer } from '@/lib/kyc/sources';
import type { DbOrTx } from '../../db/client';
import { latestReviews } from '../../db/queries/document-reviews';
import { type RequestRow, requestsOfSubmission } from '../../db/queries/requests';
import { namedSources } from '../../db/queries/sources';
import type { ProfileReport } from '../../reports/profile-report';

/** What a report shows besides the profile: who answered and uploaded, what compliance said of documents and asked for again. */
export async function reportParts(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  profile: Profile,
): Promise<Pick<ProfileReport, 'nameSource' | 'reviews' | 'requests'>> {
  const reviews = await latestReviews(db, tenantId, submissionId);
  const requests = await requestsOfSubmission(db, tenantId, submissionId);
  const ids = [
    ...profile.answers.map(({ answeredBy }) => answeredBy),
    ...profile.documents.map(({ uploadedBy }) => uploadedBy),
    ...requests.map(({ requestedBy }) => requestedBy),
  ].filter((id) => typeof id === 'string');
  const nameSource = sourceNamer(await namedSources(db, tenantId, [...new Set(ids)]));
  return {
    nameSource,
    reviews: new Map(
      reviews.map(({ documentId, decision, by, createdAt }) => [
        documentId,
        { decision, by, at: createdAt.toISOString() },
      ]),
    ),
    requests: requests.map((row) => ({
      ...requested(row),
      question: questionOf(profile, row.fieldId),
      requestedBy: nameSource(row.requestedBy)?.name ?? null,
    })),
  };
}

function requested(row: RequestRow) {
  const { id, fieldId, documentTypeId, documentId, reason, words, createdAt, answeredAt, withdrawnAt } = row;
  const state = withdrawnAt ? ('withdrawn' as const) : answeredAt ? ('answered' as const) : ('open' as const);
  const closedAt = (answeredAt ?? withdrawnAt)?.toISOString() ?? null;
  const requestedAt = createdAt.toISOString();
  return { id, fieldId, documentTypeId, documentId, reason, words, requestedAt, state, closedAt };
}

function questionOf({ form }: Profile, fieldId: string | null): string | null {
  const fields = (form.pages ?? []).flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  return fields.find(({ id }) => id === fieldId)?.label ?? null;
}
