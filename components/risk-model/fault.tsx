/** What is wrong with the box above it. */
export function Fault({ id, text }: { id?: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <span id={id} className="block text-sm text-critical-fg">
      {text}
    </span>
  );
}
