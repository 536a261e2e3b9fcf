'use client';

import { Upload } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { type DocumentRoom, takenNow } from './document-room';

/** Comes when it is opened: most visits upload nothing. */
const AddDocumentsDialog = dynamic(async () => (await import('./add-documents-dialog')).AddDocumentsDialog, {
  ssr: false,
});

/** Opens the place for uploads; where nothing is taken now it says why. */
export function AddDocuments({ room }: { room: DocumentRoom }) {
  const t = useTranslations('documents.add');
  const [open, setOpen] = useState(false);
  const taken = takenNow(room);
  const closed = taken.kind === 'nothing' || (taken.kind === 'asked' && taken.documentTypeIds.length === 0);
  return (
    <>
      <Button
        size="sm"
        icon={<Upload />}
        unavailable={closed ? t(room.profile.stale ? 'away' : 'closed') : undefined}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      {open && <AddDocumentsDialog room={room} taken={taken} open onOpenChange={setOpen} />}
    </>
  );
}
