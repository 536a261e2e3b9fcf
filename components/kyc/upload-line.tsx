'use client';

import { RotateCw, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { ToneMark } from '@/components/ui/tone-mark';
import type { Upload, UploadState } from '@/components/ui/upload-queue';
import { formatSize } from '@/lib/format/numbers';
import type { Tone } from '@/lib/theme/tokens';

interface UploadLineProps {
  upload: Upload<unknown>;
  onCancel: () => void;
  onRetry: () => void;
  onDismiss: () => void;
}

const TONES: Record<UploadState, Tone> = {
  waiting: 'neutral',
  offline: 'caution',
  sending: 'pending',
  storing: 'pending',
  stored: 'positive',
  refused: 'critical',
  failed: 'critical',
  cancelled: 'neutral',
};

/** A file on its way to the server: how far it is, how it ended, and what can be done. */
export function UploadLine({ upload, onCancel, onRetry, onDismiss }: UploadLineProps) {
  const t = useTranslations('captureFields.upload');
  const locale = useLocale();
  const { file, state, message, sent, total } = upload;
  const name = file.name;
  const moving = state === 'sending' || state === 'storing';
  const over = !moving && state !== 'waiting' && state !== 'offline';
  const size = (bytes: number) => formatSize(bytes, locale);
  const words = state === 'sending' ? t('sending', { sent: size(sent), total: size(total) }) : t(state);
  return (
    <div className="rounded-md border border-line bg-raised py-2 ps-3.5 pe-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 grow py-1">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{name}</bdi>
            <span className="text-sm whitespace-nowrap text-ink-soft">{size(file.size)}</span>
          </p>
          <p className="mt-0.5 flex items-start gap-1.5 text-sm text-ink-soft">
            <ToneMark tone={TONES[state]} className="mt-1" />
            <span>
              {/* Moving figures are not read aloud; how it goes on and ends is. */}
              <span aria-live={state === 'sending' ? 'off' : 'polite'}>{words}</span>
              {message && <span className="block font-medium text-critical-fg">{message}</span>}
            </span>
          </p>
        </div>
        {(state === 'failed' || state === 'cancelled') && (
          <Button size="sm" icon={<RotateCw />} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
        {over ? (
          <IconButton label={t('dismiss', { name })} icon={<X />} onClick={onDismiss} />
        ) : (
          <IconButton label={t('cancel', { name })} icon={<X />} onClick={onCancel} />
        )}
      </div>
      {moving && (
        <Bar label={t('progress', { name })} sent={sent} total={total} indefinite={state === 'storing'} />
      )}
    </div>
  );
}

interface BarProps {
  label: string;
  sent: number;
  total: number;
  /** All is sent: how long the rest takes is not known. */
  indefinite: boolean;
}

function Bar({ label, sent, total, indefinite }: BarProps) {
  const percent = total > 0 ? Math.min(100, Math.round((sent / total) * 100)) : 0;
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={indefinite ? undefined : percent}
      className={`mirror mt-1 mb-0.5 h-1 w-full overflow-hidden rounded-full bg-line ${indefinite ? 'animate-pulse' : ''}`}
    >
      <rect width={`${indefinite ? 100 : percent}%`} height="100%" className="fill-accent" />
    </svg>
  );
}
