'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { v5 } from 'uuid';
import * as z from 'zod';
import { Form, type FormOutcome } from '@/components/form/form';
import { outcomeOf } from '@/components/form/outcome';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { Button } from '@/components/ui/button';
import type { Action } from '@/lib/action-result';
import type { Mentionable } from '@/lib/kyc/cases';
import { type NoteInput, noteInput } from '@/lib/kyc/decision-input';
import { NOTE_AUDIENCES } from '@/lib/kyc/decisions';
import { newId } from '@/lib/new-id';
import { mentionableFor, namedIn } from './mention';
import { MentionBox } from './mention-box';

/** What is written, and which note it is: kept with the draft, so that it is the same one after a reload. */
const shape = noteInput.pick({ audience: true, body: true }).extend({ draftId: z.uuid() });

interface NoteFormProps {
  submissionId: string;
  ownId: string;
  mentionable: readonly Mentionable[];
  choosesAudience: boolean;
  add: Action<NoteInput, unknown>;
  onCancel: () => void;
  /** With the names of whoever the note names. */
  onAdded: (named: string[]) => void;
}

/**
 * Writes a note; whoever is named in it is told. The same words of one draft go under the same key, so that sending them again after
 * an answer that never came makes no second note.
 */
export function NoteForm({
  submissionId,
  ownId,
  mentionable,
  choosesAudience,
  add,
  onCancel,
  onAdded,
}: NoteFormProps) {
  const t = useTranslations('notes');
  const words = useMemo(() => ({ body: { missing: t('missing') } }), [t]);
  const [draftId] = useState(newId);
  const form = useSchemaForm({
    schema: shape,
    defaultValues: { draftId, audience: choosesAudience ? 'compliance' : 'everyone', body: '' },
    words,
    draftKey: `note:${ownId}:${submissionId}`,
  });
  const [body, audience] = useWatch({ control: form.methods.control, name: ['body', 'audience'] });
  const people = mentionableFor(audience, mentionable);
  const named = namedIn(body, people);

  async function submit({ draftId: draft, ...words }: z.output<typeof shape>): Promise<FormOutcome> {
    const attempt = v5(JSON.stringify(words), draft);
    const result = await add({ submissionId, attempt, ...words, mentions: named.map(({ id }) => id) });
    if (!result.ok)
      return isOfMentions(result) ? { ok: false, fields: { body: t('notReaders') } } : outcomeOf(result);
    onAdded(named.map(({ name }) => name));
    return { ok: true };
  }

  return (
    <Form form={form} action={submit} startAt="body" className="border-b border-line bg-raised p-4">
      <MentionBox name="body" people={people} />
      {named.length > 0 && (
        <p className="-mt-3 text-sm text-ink-soft">
          {t.rich('named', {
            names: () => <bdi className="text-ink">{named.map((one) => one.name).join(', ')}</bdi>,
          })}
        </p>
      )}
      {choosesAudience && (
        <SelectField
          name="audience"
          label={t('audience')}
          options={NOTE_AUDIENCES.map((value) => ({ value, label: t(`audiences.${value}`) }))}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <SubmitButton busy={t('sending')}>{t('send')}</SubmitButton>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}

/** Whether somebody named was refused. The names stand in the text, so that is where it is said. */
function isOfMentions({ fields }: { fields: readonly { path: string }[] }): boolean {
  return fields.some(({ path }) => path.startsWith('mentions'));
}
