'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Input } from '@/components/ui/input';
import { writeName } from './drawing';

interface TypedSignatureProps {
  id: string;
  value: string;
  onChange: (name: string, canvas: HTMLCanvasElement) => void;
  autoComplete: string;
}

/** A signature for whoever cannot or does not want to draw: the full name, shown as it will be filed. */
export function TypedSignature({ id, value, onChange, autoComplete }: TypedSignatureProps) {
  const t = useTranslations('captureFields.signature');
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) writeName(canvas.current, value);
  }, [value]);
  return (
    <div className="space-y-2">
      <label htmlFor={id} className="block text-sm text-ink-soft">
        {t('fullName')}
      </label>
      <Input
        id={id}
        value={value}
        autoComplete={autoComplete}
        onChange={({ target }) => canvas.current && onChange(target.value, canvas.current)}
      />
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('typedPicture', { name: value })}
        className="block h-auto w-full max-w-md rounded-md border border-line-strong"
      />
    </div>
  );
}
