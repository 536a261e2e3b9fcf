import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { formatDateTime } from '@/lib/format/dates';
import type { VersionLine } from '@/lib/kyc/versions';
import { paths } from '@/lib/paths';
import { useTrigger } from './version-words';

interface VersionPickerProps {
  submissionId: string;
  versions: readonly VersionLine[];
  from: number;
  to: number;
  /** Whether what is the same shows too; kept by a new comparison. */
  all: boolean;
}

/** Chooses the two versions: a form that asks for the page with them in its address, so that it works by keyboard and can be sent. */
export function VersionPicker({ submissionId, versions, from, to, all }: VersionPickerProps) {
  const t = useTranslations('versions');
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  const trigger = useTrigger();
  const options = versions.map((line) => ({
    value: String(line.version),
    label: t('option', {
      version: line.version,
      at: formatDateTime(new Date(line.at), reader),
      why: trigger(line.trigger),
    }),
  }));
  return (
    <form
      action={paths.versions(submissionId)}
      className="flex flex-wrap items-end gap-3"
      // A page that is come to again has its own choice, not the one that the browser remembers.
      key={`${from} ${to}`}
    >
      {(
        [
          ['from', from],
          ['to', to],
        ] as const
      ).map(([name, version]) => (
        <label key={name} className="min-w-0 basis-full sm:grow sm:basis-64 sm:max-w-96">
          <span className="mb-1 block text-sm font-medium">{t(name)}</span>
          <Select name={name} options={options} defaultValue={String(version)} autoComplete="off" />
        </label>
      ))}
      {all && <input type="hidden" name="all" value="1" />}
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}
