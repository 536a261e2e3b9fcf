'use client';

import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useController } from 'react-hook-form';
import { CharacterCount } from '@/components/form/character-count';
import { FieldFrame } from '@/components/form/field-frame';
import { useField } from '@/components/form/use-field';
import { Textarea } from '@/components/ui/textarea';
import type { StaffName } from '@/lib/kyc/cases';
import { mentionAt, mentioned, peopleFor, type Typing } from './mention';

const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The box of a note: an `@` opens the colleagues, arrows choose one, Enter or Tab writes the name, Escape closes. */
export function MentionBox({ name, people }: { name: string; people: readonly StaffName[] }) {
  const t = useTranslations('notes');
  const parts = useField(name, true);
  const { field } = useController({ name });
  const listId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [typing, setTyping] = useState<Typing>();
  const [marked, setMarked] = useState(0);
  const text = typeof field.value === 'string' ? field.value : '';
  const offered = typing ? peopleFor(typing.words, people) : [];
  const open = offered.length > 0;

  function look() {
    const at = box.current;
    setTyping(at ? mentionAt(at.value, at.selectionStart) : undefined);
    setMarked(0);
  }

  function take(person: StaffName | undefined) {
    if (!person || !typing) return;
    const next = mentioned(text, typing, person.name);
    field.onChange(next.text);
    setTyping(undefined);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(next.caret, next.caret);
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!open) return;
    const step = STEP[event.key];
    if (step) setMarked((marked + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(offered[marked]);
    else if (event.key === 'Escape') setTyping(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="relative">
      <FieldFrame
        parts={parts}
        label={t('body')}
        help={t('bodyHelp')}
        aside={parts.limits.maxLength && <CharacterCount name={name} limit={parts.limits.maxLength} />}
      >
        <Textarea
          {...parts.control}
          ref={(element) => {
            box.current = element;
            field.ref(element);
          }}
          rows={3}
          value={text}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={open ? listId : undefined}
          aria-activedescendant={open ? `${listId}-${marked}` : undefined}
          onChange={(event) => {
            field.onChange(event);
            look();
          }}
          onClick={look}
          onKeyDown={onKeyDown}
          onBlur={() => {
            field.onBlur();
            setTyping(undefined);
          }}
        />
      </FieldFrame>
      <ul
        id={listId}
        role="listbox"
        aria-label={t('people')}
        hidden={!open}
        className="absolute inset-x-0 z-10 max-h-56 overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-float"
      >
        {offered.map((person, at) => (
          <li
            key={person.id}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === marked}
            // The box keeps the focus: a press must not take it away before it counts.
            onPointerDown={(event) => {
              event.preventDefault();
              take(person);
            }}
            className={cx(
              'cursor-pointer rounded-sm px-2.5 py-1.5 pointer-coarse:min-h-11',
              at === marked ? 'bg-accent-soft' : 'hover:bg-hover',
            )}
          >
            <bdi>{person.name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
