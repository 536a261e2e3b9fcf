'use client';

import { ChevronDown } from 'lucide-react';
import { type ComponentType, type Ref, useEffect, useRef, useState } from 'react';

export interface ComboboxOption {
  value: string;
  label: string;
  /** A second line that is searched too: a title, an id. */
  hint?: string;
}

export interface ComboboxProps {
  id?: string;
  options: readonly ComboboxOption[];
  /** The chosen option's value; empty for none. */
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  labels: { open: string; clear: string; empty: string };
  inputRef?: Ref<HTMLInputElement>;
  'aria-invalid'?: boolean | undefined;
  'aria-required'?: boolean | undefined;
  'aria-describedby'?: string | undefined;
}

type Loaded = ComponentType<ComboboxProps & { startText?: string; startFocused?: boolean }>;

/**
 * A choice from a long list, found by typing. The list's machinery is the heaviest piece of the kit, so that it comes
 * after the page: until then the box shows the choice, and what is typed meanwhile is handed over with the focus.
 */
export function Combobox(props: ComboboxProps) {
  const [Full, setFull] = useState<Loaded>();
  const [typed, setTyped] = useState<string>();
  const box = useRef<HTMLInputElement>(null);
  const focused = useRef(false);

  useEffect(() => {
    let wanted = true;
    void import('./combobox-base').then((module) => {
      if (!wanted) return;
      focused.current = document.activeElement === box.current;
      setFull(() => module.default);
    });
    return () => {
      wanted = false;
    };
  }, []);

  if (Full)
    return (
      <Full
        {...props}
        {...(typed === undefined ? {} : { startText: typed })}
        startFocused={focused.current}
      />
    );
  const label = props.options.find((option) => option.value === props.value)?.label ?? '';
  return (
    <span className="relative flex items-center">
      <input
        ref={box}
        id={props.id}
        role="combobox"
        aria-expanded={false}
        aria-controls=""
        aria-invalid={props['aria-invalid']}
        aria-required={props['aria-required']}
        aria-describedby={props['aria-describedby']}
        autoComplete="off"
        dir="auto"
        placeholder={props.placeholder}
        value={typed ?? label}
        onChange={(event) => setTyped(event.target.value)}
        className="field-box h-9 pe-15 text-base"
      />
      <ChevronDown className="pointer-events-none absolute end-2.5 size-4 text-ink-soft" aria-hidden="true" />
    </span>
  );
}
