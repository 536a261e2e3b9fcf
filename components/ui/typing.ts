/** Whether a key press belongs to a text box, a list or an open dialog, and so is no shortcut of the page. */
export function typingIn(event: KeyboardEvent): boolean {
  const at = event.target;
  return (
    event.defaultPrevented ||
    (at instanceof Element &&
      at.closest('input, textarea, select, [contenteditable="true"], [role="menu"]') !== null) ||
    document.querySelector('dialog:modal') !== null
  );
}
