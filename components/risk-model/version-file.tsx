'use client';

import { Download, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import type { ModelVersion } from '@/lib/risk/model-office';
import { ImportDialog } from './import-dialog';
import type { ModelActions } from './model-actions';
import type { ModelDraft } from './use-model-draft';
import { type ChosenFile, readChosen } from './read-chosen';

interface VersionFileProps {
  version: ModelVersion;
  draft: ModelDraft;
  importModelFile: ModelActions['importModelFile'];
}

/** A version as a file to take away, and where it is a draft one's own to be changed, a file to be taken in. */
export function VersionFile({ version, draft, importModelFile }: VersionFileProps) {
  const t = useTranslations('riskModel.file');
  const picker = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ChosenFile>();
  return (
    <>
      {draft.change && (
        <>
          <Button icon={<Upload />} onClick={() => picker.current?.click()}>
            {t('import')}
          </Button>
          <input
            ref={picker}
            type="file"
            accept=".json,application/json"
            hidden
            aria-label={t('choose')}
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) void readChosen(file, version.definition).then(setChosen);
              // The same file can be chosen again.
              target.value = '';
            }}
          />
        </>
      )}
      <DownloadButton icon={<Download />} href={paths.data.riskModelFile(version.version)} download>
        {t(draft.isChanged ? 'downloadSaved' : 'download')}
      </DownloadButton>
      {chosen && (
        <ImportDialog {...{ version, draft, chosen, importModelFile }} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}
