'use client';

import { Archive, FileText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DownloadButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { ToneMark } from '@/components/ui/tone-mark';
import { documentStatus } from '@/lib/kyc/document-status';
import { paths } from '@/lib/paths';
import { AddDocuments } from './add-documents';
import { DocumentEntry } from './document-entry';
import { documentGroups } from './document-groups';
import type { DocumentRoom } from './document-room';

/** The documents on record, each with what proves it, how it stands, and what may be done with it. */
export function DocumentList({ room }: { room: DocumentRoom }) {
  const t = useTranslations('documents');
  const { submissionId, rights, profile } = room;
  const groups = documentGroups(profile.documents);
  const waiting = groups.filter(({ current }) =>
    ['notLookedAt', 'returned'].includes(documentStatus(current, profile.requests)),
  ).length;
  return (
    <Panel
      id="documents"
      title={t('title')}
      meta={groups.length > 0 && groups.length}
      actions={rights.change && <AddDocuments room={room} />}
      flush
    >
      {groups.length === 0 ? (
        <div className="flex flex-col items-start gap-1 p-4">
          <FileText className="size-5 stroke-[1.5] text-ink-faint" aria-hidden="true" />
          <p className="font-medium">{t('empty')}</p>
          <p className="text-ink-soft">{t(rights.change ? 'emptyAdd' : 'emptyBody')}</p>
        </div>
      ) : (
        <>
          <p className="flex items-center gap-2 border-b border-line px-4 py-2 text-sm">
            <ToneMark tone={waiting > 0 ? 'neutral' : 'positive'} />
            {t('waiting', { count: waiting })}
          </p>
          <ul className="divide-y divide-line">
            {groups.map((group) => (
              <DocumentEntry key={group.current.type} group={group} room={room} />
            ))}
          </ul>
          {rights.read && (
            <div className="border-t border-line px-4 py-3">
              <DownloadButton
                href={paths.data.documentArchive(submissionId)}
                download
                size="sm"
                icon={<Archive />}
              >
                {t('downloadAll')}
              </DownloadButton>
              <p className="mt-1 text-xs text-ink-soft">{t('downloadAllHint')}</p>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}
