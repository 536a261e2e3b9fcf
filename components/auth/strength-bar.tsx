import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import type { PasswordStrength } from '@/lib/auth/password-strength';
import type { Messages } from '@/lib/i18n/messages';

const STEPS = [1, 2, 3, 4] as const;

type Warning = keyof Messages['auth']['password']['warnings'];

/** How strong a password is: a bar of four steps, the word for it, and what makes it weak. */
export function StrengthBar({
  score,
  strong,
  warning,
  longEnough,
}: PasswordStrength & { longEnough: boolean }) {
  const t = useTranslations('auth.password');
  const enough = strong && longEnough;
  return (
    <div className="space-y-1">
      <div aria-hidden="true" className="grid grid-cols-4 gap-1">
        {STEPS.map((step) => (
          <span
            key={step}
            className={cx(
              'h-1 rounded-full',
              step > score && 'bg-line',
              step <= score && (enough ? 'bg-positive-solid' : 'bg-caution-solid'),
            )}
          />
        ))}
      </div>
      <p role="status" className="text-sm">
        <span className="text-ink-soft">{t('strength')}: </span>
        <span className="font-medium">{t(`scores.${score}`)}</span>
        <span className="text-ink-soft"> · {enough ? t('enough') : t('notEnough')}</span>
        {!strong && warning && t.has(`warnings.${warning as Warning}`) && (
          <span className="block text-ink-soft">{t(`warnings.${warning as Warning}`)}</span>
        )}
      </p>
    </div>
  );
}
