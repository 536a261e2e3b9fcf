'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/action-result';
import type { SeenInput } from '@/lib/kyc/decision-input';

export type MarkSeen = (input: SeenInput) => Promise<ActionResult<unknown>>;

interface SeenButtonProps {
  noteIds: readonly string[];
  markSeen: MarkSeen;
  words: { seen: string; sending: string; failed: string };
}

/** Takes the mentions that are shown off the home page. */
export function SeenButton({ noteIds, markSeen, words }: SeenButtonProps) {
  const router = useRouter();
  const toast = useToast();
  const [isSending, setSending] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  async function send() {
    setSending(true);
    const result = await markSeen({ noteIds: [...noteIds] }).catch(() => null);
    setSending(false);
    if (!result?.ok) return toast({ title: words.failed });
    startRefresh(() => router.refresh());
  }
  return (
    <div className="border-t border-line p-3">
      <Button
        variant="secondary"
        pending={isSending || isRefreshing ? words.sending : undefined}
        onClick={() => void send()}
      >
        {words.seen}
      </Button>
    </div>
  );
}
