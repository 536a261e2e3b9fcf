/** A name or a text whose direction is its own, kept from disturbing the words around it. */
export function Bidi({ children, className }: { children: React.ReactNode; className?: string }) {
  return <bdi className={className}>{children}</bdi>;
}

/** An identifier, hash or number: monospaced, left to right everywhere, breakable anywhere. */
export function Code({ children, className }: { children: string; className?: string }) {
  return (
    <bdi dir="ltr" className={`font-mono text-[0.92em] [overflow-wrap:anywhere] ${className ?? ''}`}>
      {children}
    </bdi>
  );
}
