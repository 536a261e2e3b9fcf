/** Ends an exchange in which the other side does nothing for too long at a time, however long the whole of it takes. */
export type Patience = {
  /** Aborted once the other side had its time, or when {@link end} is called. */
  readonly signal: AbortSignal;
  /** From now on it is the other side's turn. */
  begin(): void;
  /** It is ours: whatever our side takes does not count. */
  rest(): void;
  /** The exchange is over; what still runs of it is stopped. */
  end(): void;
};

/** Patience of this many milliseconds at a time. */
export function patience(milliseconds: number): Patience {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const rest = () => clearTimeout(timer);
  return {
    signal: controller.signal,
    begin() {
      rest();
      timer = setTimeout(
        () => controller.abort(new DOMException('no progress', 'TimeoutError')),
        milliseconds,
      );
    },
    rest,
    end() {
      rest();
      controller.abort();
    },
  };
}
