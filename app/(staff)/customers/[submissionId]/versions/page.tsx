import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ComparedList } from '@/components/versions/compared-list';
import { VersionPicker } from '@/components/versions/version-picker';
import { ViewChoices } from '@/components/versions/view-choices';
import { Bidi } from '@/components/ui/bidi';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import type { VersionList } from '@/lib/kyc/versions';
import { newId } from '@/lib/new-id';
import { paths, withQuery } from '@/lib/paths';
import { versionNumber } from '@/lib/version-number';
import { kycCall } from '@/server/auth/kyc-call';
import { requireStaff } from '@/server/auth/session';
import { caseDesk } from '@/server/casework/desk';
import { versionsDesk } from '@/server/casework/versions';
import { kycApi, kycOffice } from '@/server/kyc';

type Props = PageProps<'/customers/[submissionId]/versions'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('versions'))('compare') };
}

/** Two versions of a customer's profile side by side; the address names them, and without any they are those since the last decision. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const session = await requireStaff('versions:read:all');
  const t = await getTranslations('versions');
  const customer = await (await caseDesk(session)).find(decoded((await params).submissionId));
  if (customer === undefined) notFound();
  const { submissionId, displayName } = customer;
  const call = kycCall(session, newId());
  const desk = await versionsDesk({ api: await kycApi(), office: await kycOffice(), call }, submissionId);
  const query = await searchParams;
  const asked = [numberOf(query.from), numberOf(query.to)] as const;
  const list = await desk.list(numberOf(query.before));
  const chosen = choose(list, asked);
  const all = query.all === '1';
  const back = (
    <TextLink href={paths.customer(submissionId)}>
      {t.rich('backTo', { name: () => <Bidi>{displayName}</Bidi> })}
    </TextLink>
  );
  if (chosen === undefined) {
    return (
      <>
        <PageHeader title={t('compare')} back={back} />
        <EmptyState title={t('one')}>{t('oneHint')}</EmptyState>
      </>
    );
  }
  const comparison = await desk.compare(chosen.from, chosen.to);
  const isOther = comparison.lines.some(({ how }) => how !== 'same');
  return (
    <>
      <PageHeader title={t('compare')} meta={<Bidi>{displayName}</Bidi>} back={back} />
      <div className="mb-5 space-y-3">
        <VersionPicker submissionId={submissionId} versions={list.versions} {...chosen} all={all} />
        <ViewChoices submissionId={submissionId} list={list} comparison={comparison} all={all} />
      </div>
      {!isOther && <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>}
      {(isOther || all) && <ComparedList submissionId={submissionId} comparison={comparison} all={all} />}
      {list.next !== null && (
        <p className="mt-4 text-sm">
          <TextLink href={withQuery(paths.versions(submissionId), { before: String(list.next) })}>
            {t('older')}
          </TextLink>
        </p>
      )}
    </>
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

function numberOf(value: string | string[] | undefined): number | undefined {
  return versionNumber([value].flat()[0] ?? '');
}

/** The two versions to show, the older one first; undefined where there are no two. */
function choose(
  { versions, decided }: VersionList,
  [from, to]: readonly [number | undefined, number | undefined],
): { from: number; to: number } | undefined {
  const newest = to ?? versions[0]?.version;
  const before = versions.find(({ version }) => newest !== undefined && version < newest)?.version;
  const since = decided !== null && newest !== undefined && decided < newest ? decided : before;
  const oldest = from ?? (to === undefined ? since : before);
  if (newest === undefined || oldest === undefined) return undefined;
  return { from: Math.min(oldest, newest), to: Math.max(oldest, newest) };
}
