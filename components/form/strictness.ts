/** Whether empty fields of a form are faults yet: from its first submit on, and not before. */
export interface Strictness {
  on: () => boolean;
  set: (strict: boolean) => void;
}

/** Begins lenient. */
export function newStrictness(): Strictness {
  let strict = false;
  return {
    on: () => strict,
    set: (next) => {
      strict = next;
    },
  };
}
