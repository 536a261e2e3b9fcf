'use client';

import { cx } from 'class-variance-authority';
import { Check, ChevronDown, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type ComboboxOption, matchingOptions, optionNamed } from './combobox-options';
import { keepPlaced } from './place';

interface ComboboxProps {
  id?: string;
  options: readonly ComboboxOption[];
  /** The chosen option's value; empty for none. */
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  /** What a browser may fill in; a text that is exactly an option's is taken. Off where missing. */
  autoComplete?: string;
  labels: { open: string; clear: string; empty: string };
  inputRef?: Ref<HTMLInputElement>;
  /** Where no visible label names it. */
  'aria-label'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  'aria-required'?: boolean | undefined;
  'aria-describedby'?: string | undefined;
}

const inBoxButton =
  'inline-flex size-7 cursor-pointer items-center justify-center rounded-sm hover:bg-hover hover:text-ink [&_svg]:size-4';

/**
 * A choice from a long list, found by typing, as the ARIA practices describe an editable combobox with a list: focus stays
 * in the box, arrows mark an option, Enter takes it, Escape puts back what was chosen. Text that names no option is not
 * taken when the box is left, one that names exactly one is.
 */
export function Combobox(props: ComboboxProps) {
  const { options, value, onChange, labels, inputRef } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const listId = `${id}-list`;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string>();
  const [marked, setMarked] = useState(0);
  const box = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const chosen = options.find((option) => option.value === value);
  const shown = useMemo(() => matchingOptions(options, typed ?? ''), [options, typed]);
  const optionId = (at: number) => `${listId}-${at}`;

  useEffect(() => {
    const panel = list.current;
    const anchor = box.current;
    if (!open || !panel || !anchor) return;
    panel.style.width = `${anchor.offsetWidth}px`;
    panel.showPopover();
    const stop = keepPlaced(anchor, panel, { side: 'below', align: 'start' });
    return () => {
      stop();
      if (panel.isConnected) panel.hidePopover();
    };
  }, [open]);

  useEffect(() => {
    if (open) document.getElementById(`${listId}-${marked}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, marked, listId]);

  function show() {
    setOpen(true);
    setMarked(Math.max(0, typed === undefined ? options.findIndex((option) => option.value === value) : 0));
  }

  function close() {
    setOpen(false);
    setTyped(undefined);
  }

  function choose(option: ComboboxOption | undefined) {
    if (option) onChange(option.value);
    close();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const last = shown.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      if (!open) show();
      else setMarked((at) => (at + by > last ? 0 : at + by < 0 ? Math.max(0, last) : at + by));
    } else if (event.key === 'Enter' && open) choose(shown[marked]);
    else if (event.key === 'Escape' && open) close();
    else return;
    event.preventDefault();
  }

  return (
    <span ref={box} className="relative flex items-center">
      <input
        ref={inputRef}
        id={id}
        role="combobox"
        autoComplete={props.autoComplete ?? 'off'}
        aria-label={props['aria-label']}
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && shown[marked] ? optionId(marked) : undefined}
        aria-invalid={props['aria-invalid']}
        aria-required={props['aria-required']}
        aria-describedby={props['aria-describedby']}
        placeholder={props.placeholder}
        value={typed ?? chosen?.label ?? ''}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
          setOpen(true);
          if (event.target.value === '') onChange('');
        }}
        onClick={() => !open && show()}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (typed) choose(optionNamed(options, typed));
          close();
          props.onBlur?.();
        }}
        className="field-box h-9 pe-16 text-base"
      />
      {/* Pressing these keeps the focus in the box. */}
      <span className="absolute end-1 flex text-ink-soft" onMouseDown={(event) => event.preventDefault()}>
        {chosen && (
          <button
            type="button"
            tabIndex={-1}
            aria-label={labels.clear}
            className={inBoxButton}
            onClick={() => {
              onChange('');
              setTyped(undefined);
            }}
          >
            <X aria-hidden="true" />
          </button>
        )}
        <button
          type="button"
          tabIndex={-1}
          aria-label={labels.open}
          aria-expanded={open}
          className={inBoxButton}
          onClick={() => {
            document.getElementById(id)?.focus();
            if (open) close();
            else show();
          }}
        >
          <ChevronDown aria-hidden="true" />
        </button>
      </span>
      <div
        ref={list}
        popover="manual"
        className="rounded-md border border-line bg-raised p-1 text-ink shadow-float"
        onMouseDown={(event) => event.preventDefault()}
      >
        <div id={listId} role="listbox" aria-label={labels.open} className="max-h-72 overflow-y-auto">
          {open &&
            shown.map((option, at) => (
              <OptionRow
                key={option.value}
                id={optionId(at)}
                option={option}
                marked={at === marked}
                chosen={option.value === value}
                onPoint={() => setMarked(at)}
                onChoose={() => choose(option)}
              />
            ))}
        </div>
        <p role="status" className={shown.length === 0 ? 'px-2.5 py-2 text-ink-soft' : 'sr-only'}>
          {open && shown.length === 0 ? labels.empty : ''}
        </p>
      </div>
    </span>
  );
}

interface OptionRowProps {
  id: string;
  option: ComboboxOption;
  marked: boolean;
  chosen: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function OptionRow({ id, option, marked, chosen, onPoint, onChoose }: OptionRowProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={cx(
        'flex cursor-pointer items-start gap-2 rounded-sm px-2 py-1.5 select-none pointer-coarse:min-h-11',
        marked && 'bg-accent-soft',
      )}
    >
      <Check
        className={cx('mt-0.5 size-4 shrink-0 text-accent', !chosen && 'invisible')}
        aria-hidden="true"
      />
      <span className="min-w-0">
        <bdi className="block">{option.label}</bdi>
        {option.hint && <span className="block text-sm text-ink-soft">{option.hint}</span>}
      </span>
    </div>
  );
}
