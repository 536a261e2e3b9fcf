import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import type { Finding } from '@/lib/risk/finding';

/** What the check found, errors first, each with a customer that shows it. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useTranslations('riskModel.findings');
  if (findings.length === 0) return null;
  const ordered = [...findings].sort((a, b) => a.severity.localeCompare(b.severity));
  return (
    <ul aria-label={t('label')} className="space-y-1.5 px-4 py-3">
      {ordered.map((finding) => (
        <li key={`${finding.kind}${finding.text}`} className="flex flex-wrap items-baseline gap-x-2.5">
          <ToneBadge tone={finding.severity === 'error' ? 'critical' : 'caution'} look="plain">
            {t(finding.severity)}
          </ToneBadge>
          <span className="min-w-0 flex-1 basis-80">
            {finding.text}
            {finding.example && (
              <span className="block text-sm text-ink-soft">
                {t('example', { example: finding.example.text })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
