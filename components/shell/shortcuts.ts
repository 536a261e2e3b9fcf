/** What asks for the list of shortcuts from anywhere in the page. */
const ASK = 'shell:shortcuts';

/** Opens the list of keyboard shortcuts. */
export function showShortcuts(): void {
  window.dispatchEvent(new Event(ASK));
}

/** Calls back whenever the list is asked for; returns how to stop. */
export function onShortcutsAsked(show: () => void): () => void {
  window.addEventListener(ASK, show);
  return () => window.removeEventListener(ASK, show);
}
