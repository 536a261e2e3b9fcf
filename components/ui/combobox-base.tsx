'use client';

import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown, X } from 'lucide-react';
import type { ComboboxProps, ComboboxOption } from './combobox';

/** The working combobox; loaded by `combobox.tsx` after the page has shown. */
export default function ComboboxBase(props: ComboboxProps & { startText?: string; startFocused?: boolean }) {
  const { id, options, value, onChange, onBlur, labels, placeholder, startText, startFocused, inputRef } =
    props;
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root<ComboboxOption>
      items={options}
      value={chosen}
      onValueChange={(option) => onChange(option?.value ?? '')}
      itemToStringLabel={(option) => option.label}
      itemToStringValue={(option) => option.value}
      isItemEqualToValue={(a, b) => a.value === b.value}
      filter={(option, query) => matches(option, query)}
      defaultOpen={Boolean(startFocused && startText)}
      {...(startText ? { defaultInputValue: startText } : {})}
      autoHighlight
    >
      <Base.InputGroup className="relative flex items-center">
        <Base.Input
          id={id}
          ref={inputRef}
          dir="auto"
          autoFocus={startFocused}
          placeholder={placeholder}
          onBlur={onBlur}
          aria-invalid={props['aria-invalid']}
          aria-required={props['aria-required']}
          aria-describedby={props['aria-describedby']}
          className="field-box h-9 pe-15 text-base"
        />
        <span className="absolute end-1 flex items-center text-ink-soft">
          <Base.Clear
            aria-label={labels.clear}
            className="inline-flex size-7 cursor-pointer items-center justify-center rounded-sm hover:bg-hover hover:text-ink"
          >
            <X className="size-4" aria-hidden="true" />
          </Base.Clear>
          <Base.Trigger
            aria-label={labels.open}
            className="inline-flex size-7 cursor-pointer items-center justify-center rounded-sm hover:bg-hover hover:text-ink"
          >
            <ChevronDown className="size-4" aria-hidden="true" />
          </Base.Trigger>
        </span>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50 outline-none">
          <Base.Popup className="w-(--anchor-width) min-w-64 max-w-(--available-width) rounded-md border border-line bg-raised shadow-float">
            <Base.Empty className="not-empty:px-3 not-empty:py-3 text-ink-soft">{labels.empty}</Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1 outline-none data-empty:p-0">
              {(option: ComboboxOption) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  className="flex cursor-pointer items-start gap-2 rounded-sm px-2 py-1.5 outline-none select-none data-highlighted:bg-accent-soft pointer-coarse:min-h-11"
                >
                  <span className="mt-0.75 size-4 shrink-0 text-accent">
                    <Base.ItemIndicator>
                      <Check className="size-4" aria-hidden="true" />
                    </Base.ItemIndicator>
                  </span>
                  <span className="min-w-0">
                    <bdi className="block">{option.label}</bdi>
                    {option.hint && <span className="block text-sm text-ink-soft">{option.hint}</span>}
                  </span>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word typed must occur in the label or the hint, whatever its accents or case. */
function matches(option: ComboboxOption, query: string): boolean {
  const text = fold(`${option.label} ${option.hint ?? ''}`);
  return fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
