/** Calls `line` when the line goes or is back, and `turned` when the reader turns to or from the page; until the returned function is called. */
export function watchBrowser({ line, turned }: { line: () => void; turned: () => void }): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  addEventListener('online', line, { signal });
  addEventListener('offline', line, { signal });
  document.addEventListener('visibilitychange', turned, { signal });
  addEventListener('pagehide', turned, { signal });
  return () => ending.abort();
}
