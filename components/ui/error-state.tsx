import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';
import { ToneMark } from './tone-mark';

interface ErrorStateProps {
  /** What happened. */
  title: ReactNode;
  /** What was kept and what was not. */
  kept?: ReactNode;
  /** What to do now. */
  todo?: ReactNode;
  actions?: ReactNode;
  /** The request's id, with the words around it. */
  request?: { id: string; label: string; copy: string; copied: string } | undefined;
  headingLevel?: 'h1' | 'h2';
}

/** A failure said in full: what happened, what was kept, what to do, and the id to quote. */
export function ErrorState({ title, kept, todo, actions, request, headingLevel = 'h2' }: ErrorStateProps) {
  const Heading = headingLevel;
  return (
    <div role="alert" className="max-w-2xl rounded-lg border border-line bg-surface p-6">
      <div className="flex items-start gap-3">
        <ToneMark tone="critical" className="mt-2 size-3" />
        <div className="min-w-0 space-y-2">
          <Heading className="text-lg font-semibold">{title}</Heading>
          {kept && <p className="text-ink-soft">{kept}</p>}
          {todo && <p>{todo}</p>}
          {actions && <div className="flex flex-wrap gap-2 pt-2">{actions}</div>}
          {request && (
            <p className="flex flex-wrap items-center gap-x-2 pt-2 text-sm text-ink-soft">
              {request.label} <span className="font-mono">{request.id}</span>
              <CopyButton text={request.id} label={request.copy} copied={request.copied} />
            </p>
          )}
        </div>
      </div>
    </div>
  );
}
