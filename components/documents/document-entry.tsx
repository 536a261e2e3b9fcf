'use client';

import { Download, Eye, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { IconButton, iconButtonStyle } from '@/components/ui/icon-button';
import { Tooltip } from '@/components/ui/tooltip';
import { documentStatus } from '@/lib/kyc/document-status';
import type { DocumentLine } from '@/lib/kyc/profile-page';
import { paths } from '@/lib/paths';
import { DeleteDocument } from './delete-document';
import { DocumentDetails, DocumentFacts } from './document-facts';
import type { DocumentGroup } from './document-groups';
import { type DocumentRoom, mayDelete } from './document-room';
import { DocumentStatusBadge } from './document-status-badge';
import { ReviewDocument } from './review-document';
import { useDocumentType } from './use-document-type';

/** One type of document: its current version, and the earlier ones folded away. */
export function DocumentEntry({ group, room }: { group: DocumentGroup; room: DocumentRoom }) {
  const t = useTranslations('documents');
  const { current, earlier } = group;
  const { submissionId, today, profile } = room;
  const type = useDocumentType(current.type);
  const status = documentStatus(current, profile.requests);
  return (
    <li
      className={`px-4 py-3 ${status === 'returned' ? 'border-s-[3px] border-info-solid bg-info-soft ps-3.25' : ''}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <h3 className="flex items-baseline gap-2 font-medium">
          {type}
          {current.version !== null && current.version > 1 && (
            <Badge>{t('version', { version: current.version })}</Badge>
          )}
        </h3>
        <DocumentStatusBadge status={status} />
      </div>
      <bdi className="block text-sm break-words text-ink-soft">{current.fileName}</bdi>
      <DocumentFacts document={current} today={today} />
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        <DocumentActions document={current} room={room} type={type} />
        <ReviewDocument document={current} room={room} status={status} />
        {mayDelete(room, current) && <DeleteButton document={current} room={room} next={earlier[0]} />}
      </div>
      <DocumentDetails submissionId={submissionId} document={current} />
      {earlier.length > 0 && (
        <details className="mt-1 text-sm">
          <summary className="w-fit cursor-pointer text-ink-soft hover:text-ink">
            {t('earlier', { count: earlier.length })}
          </summary>
          <ul className="mt-1.5 space-y-3 border-s-2 border-line ps-3">
            {earlier.map((document) => (
              <EarlierVersion key={document.id} document={document} room={room} type={type} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

interface PartProps {
  document: DocumentLine;
  room: DocumentRoom;
  type: string;
}

function DocumentActions({ document, room: { submissionId, rights, onOpen }, type }: PartProps) {
  const t = useTranslations('documents');
  if (!rights.read) return null;
  return (
    <>
      <Button
        size="sm"
        icon={<Eye />}
        data-document-opener={document.id}
        aria-label={t('viewOf', { type })}
        onClick={() => onOpen(document.id)}
      >
        {t('view')}
      </Button>
      <Tooltip label={t('downloadOf', { type })}>
        <a
          href={paths.data.document(submissionId, document.id)}
          download
          aria-label={t('downloadOf', { type })}
          className={`${iconButtonStyle} size-7! [&_svg]:size-4!`}
        >
          <Download />
        </a>
      </Tooltip>
    </>
  );
}

function EarlierVersion(props: PartProps) {
  const t = useTranslations('documents');
  const { document, room } = props;
  return (
    <li>
      <p className="flex flex-wrap items-baseline gap-x-2">
        {document.version !== null && <Badge>{t('version', { version: document.version })}</Badge>}
        <bdi className="min-w-0 break-words">{document.fileName}</bdi>
        {document.uploadedAt && (
          <span className="text-ink-soft">
            <DateTime value={document.uploadedAt} show="date" />
          </span>
        )}
      </p>
      <div className="mt-1 flex items-center gap-2">
        <DocumentActions {...props} />
        {mayDelete(room, document) && <DeleteButton document={document} room={room} next={undefined} />}
      </div>
      <DocumentDetails submissionId={room.submissionId} document={document} />
    </li>
  );
}

interface DeleteButtonProps {
  document: DocumentLine;
  room: DocumentRoom;
  /** The version that would count then. */
  next: DocumentLine | undefined;
}

function DeleteButton({ document, room, next }: DeleteButtonProps) {
  const t = useTranslations('documents');
  const type = useDocumentType(document.type);
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        label={t('deleteOf', { type })}
        icon={<Trash2 />}
        className="size-7! [&_svg]:size-4!"
        onClick={() => setOpen(true)}
      />
      {open && <DeleteDocument document={document} room={room} next={next} open onOpenChange={setOpen} />}
    </>
  );
}
