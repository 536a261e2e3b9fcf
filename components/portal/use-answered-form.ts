'use client';

import { useEffect, useRef } from 'react';

/** Brings the reader to what the server's answer says is wrong: the first bad box, else the message above the form. */
export function useAnsweredForm(state: { faults?: object; refusal?: object }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!state.faults && !state.refusal) return;
    const target = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-refusal]');
    target?.focus();
  }, [state]);
  return form;
}
