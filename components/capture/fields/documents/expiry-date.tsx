'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';

interface ExpiryDateProps {
  id: string;
  /** A day, YYYY-MM-DD, or empty. */
  value: string;
  onChange: (day: string) => void;
  today: string;
  /** The file that is sent as soon as the date is there. */
  waitingFor: string | undefined;
  onSend: () => void;
}

/** Until when a document is valid; it goes to the server with the file. */
export function ExpiryDate({ id, value, onChange, today, waitingFor, onSend }: ExpiryDateProps) {
  const t = useTranslations('captureFields.document');
  const expired = value !== '' && value < today;
  const helpId = `${id}-help`;
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block text-sm text-ink-soft">
        {t('expiryDate')}
      </label>
      <span className="flex flex-wrap items-start gap-2">
        <Input
          id={id}
          type="date"
          max="9999-12-31"
          className="max-w-44 pointer-coarse:max-w-60"
          aria-required
          aria-describedby={waitingFor === undefined && !expired ? undefined : helpId}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
        {waitingFor !== undefined && (
          <Button variant="primary" unavailable={value === '' ? t('dateFirst') : undefined} onClick={onSend}>
            {t('send')}
          </Button>
        )}
      </span>
      {(waitingFor !== undefined || expired) && (
        <p id={helpId} role="status" className="text-sm text-caution-fg">
          {expired ? t('isExpired') : t('waitsForDate', { name: waitingFor ?? '' })}
        </p>
      )}
    </div>
  );
}
