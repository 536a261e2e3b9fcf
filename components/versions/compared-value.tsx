import { useTranslations } from 'next-intl';
import { AnswerValue } from '@/components/kyc/answer-value';
import type { ComparedValue } from '@/lib/kyc/versions';
import { paths } from '@/lib/paths';

interface ComparedAnswerProps {
  value: ComparedValue;
  isDocument: boolean;
  submissionId: string;
}

/** What was said in one of two versions; a document that is still there can be opened. */
export function ComparedAnswer({
  value: { value, documentId },
  isDocument,
  submissionId,
}: ComparedAnswerProps) {
  const t = useTranslations('versions');
  if (!isDocument || value.kind !== 'text') return <AnswerValue value={value} />;
  const [name = '', ...facts] = value.paragraphs;
  return (
    <>
      {documentId === null ? (
        <p>
          <bdi>{name}</bdi> <span className="text-sm text-ink-soft">({t('gone')})</span>
        </p>
      ) : (
        <a
          href={paths.data.document(submissionId, documentId)}
          aria-label={t('open', { name })}
          className="text-accent underline decoration-line-strong underline-offset-3 hover:decoration-current"
        >
          <bdi>{name}</bdi>
        </a>
      )}
      {facts.map((fact) => (
        <p key={fact} className="text-sm text-ink-soft">
          {fact}
        </p>
      ))}
    </>
  );
}
