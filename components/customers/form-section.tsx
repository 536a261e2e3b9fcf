import type { ReactNode } from 'react';

/** A group of questions under one heading. */
export function FormSection({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="space-y-5 border-t border-line pt-5">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}
