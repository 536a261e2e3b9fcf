import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Bidi, Code } from '@/components/ui/bidi';
import { CopyButton } from '@/components/ui/copy-button';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';

interface CustomerHeadingProps {
  name: string;
  submissionId: string;
  /** Kind, state and risk, as badges. */
  marks: ReactNode;
  actions: ReactNode;
  children?: ReactNode;
}

/** The head of a customer's page; it stays in view. */
export function CustomerHeading({ name, submissionId, marks, actions, children }: CustomerHeadingProps) {
  const t = useTranslations('profile');
  const common = useTranslations('common');
  return (
    <header className="z-10 -mx-4 mb-4 border-b border-line bg-paper px-4 pt-1 pb-3 md:sticky md:top-(--stick) md:-mx-6 md:px-6">
      <div className="mb-1 text-sm">
        <TextLink href={paths.customers}>{t('back')}</TextLink>
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold tracking-[-0.01em]">
            <Bidi>{name}</Bidi>
          </h1>
          <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5">
            {marks}
            <span className="inline-flex items-center gap-1 text-sm text-ink-soft">
              <span className="sr-only">{t('id')}</span>
              <Code>{submissionId}</Code>
              <CopyButton text={submissionId} label={t('copyId')} copied={common('copied')} />
            </span>
          </div>
        </div>
        <div className="flex flex-wrap items-start gap-2">{actions}</div>
      </div>
      {children}
    </header>
  );
}
