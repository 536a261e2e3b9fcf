'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '@/components/ui/button';
import type { ProfilePage } from '@/lib/kyc/profile-page';

/** Comes when it is opened: it brings the controls of every kind of question. */
const PaperDesk = dynamic(async () => (await import('./paper-desk')).PaperDesk, { ssr: false });

/** Opens the what-if. What was changed on paper stays there until the page is left. */
export function WhatIfButton({ profile, today }: { profile: ProfilePage; today: string }) {
  const t = useTranslations('whatIf');
  const [opened, setOpened] = useState(false);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        onClick={() => {
          setOpened(true);
          setOpen(true);
        }}
      >
        {t('open')}
      </Button>
      {/* Outside of the panel, which a narrow window hides behind another part of the page. */}
      {opened &&
        createPortal(
          <PaperDesk profile={profile} today={today} open={open} onOpenChange={setOpen} />,
          document.body,
        )}
    </>
  );
}
