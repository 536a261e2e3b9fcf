'use client';

import { MessageSquarePlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ToneBadge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { useToast } from '@/components/ui/toast';
import type { Action } from '@/lib/action-result';
import type { Mentionable, NoteLine } from '@/lib/kyc/cases';
import type { NoteInput } from '@/lib/kyc/decision-input';

/** Comes when it is opened: a form brings more than the whole page without it. */
const NoteForm = dynamic(async () => (await import('./note-form')).NoteForm, { ssr: false });

interface NotesPanelProps {
  submissionId: string;
  /** Whose draft of a note it is. */
  ownId: string;
  notes: readonly NoteLine[];
  mentionable: readonly Mentionable[];
  /** Whether the writer may keep a note from everybody but compliance. */
  choosesAudience: boolean;
  add: Action<NoteInput, unknown>;
  onAdded: () => void;
}

/** What staff wrote about a customer, the newest first; it is only ever added to. */
export function NotesPanel(props: NotesPanelProps) {
  const { submissionId, ownId, notes, mentionable, choosesAudience, add, onAdded } = props;
  const t = useTranslations('notes');
  const toast = useToast();
  const [writing, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  function close() {
    setWriting(false);
    // The button comes back with the next paint, and the focus with it.
    requestAnimationFrame(() => opener.current?.focus());
  }

  return (
    <Panel
      id="notes"
      title={t('title')}
      meta={notes.length > 0 && notes.length}
      actions={
        !writing && (
          <Button ref={opener} size="sm" icon={<MessageSquarePlus />} onClick={() => setWriting(true)}>
            {t('add')}
          </Button>
        )
      }
      flush
    >
      {writing && (
        <NoteForm
          {...{ submissionId, ownId }}
          mentionable={mentionable}
          choosesAudience={choosesAudience}
          add={add}
          onCancel={close}
          onAdded={(named) => {
            close();
            toast({
              title: t('added'),
              ...(named.length > 0 && { detail: t('addedMentions', { names: named.join(', ') }) }),
            });
            onAdded();
          }}
        />
      )}
      {notes.length === 0 ? (
        !writing && <p className="p-4 text-ink-soft">{t('empty')}</p>
      ) : (
        <ol className="divide-y divide-line">
          {notes.map((note) => (
            <Note key={note.id} note={note} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Note({ note: { author, at, body, audience, mentions } }: { note: NoteLine }) {
  const t = useTranslations('notes');
  return (
    <li className="px-4 py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm text-ink-soft">
        <span>
          {t.rich('by', {
            name: () => <bdi className="font-medium text-ink">{author.name}</bdi>,
            at: () => <DateTime value={at} />,
          })}
        </span>
        {audience === 'compliance' && <ToneBadge tone="pending">{t('complianceOnly')}</ToneBadge>}
      </p>
      <p dir="auto" className="mt-0.5 max-w-prose break-words whitespace-pre-line">
        {body}
      </p>
      {mentions.length > 0 && (
        <ul aria-label={t('mentions')} className="mt-1.5 flex flex-wrap gap-1.5">
          {mentions.map(({ id, name }) => (
            <li key={id} className="rounded-full bg-accent-soft px-2 text-sm text-ink">
              @<bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
