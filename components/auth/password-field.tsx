'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Field } from '@/components/form/field';
import { IconButton } from '@/components/ui/icon-button';
import { PASSWORD_LEAST } from '@/lib/auth/password-policy';
import { loadPasswordMeter, type PasswordMeter } from '@/lib/auth/password-strength';
import { StrengthBar } from './strength-bar';

interface PasswordFieldProps {
  /** What an attacker would try first: the person's name, the e-mail address. */
  known: readonly string[];
}

/** A new password: may be shown, and is measured as it is typed. The meter loads when somebody comes to the field. */
export function PasswordField({ known }: PasswordFieldProps) {
  const t = useTranslations('auth.password');
  const [shown, setShown] = useState(false);
  const [meter, setMeter] = useState<{ measure: PasswordMeter }>();
  const password: unknown = useWatch({ name: 'password' });

  function load() {
    // Without the meter the server's check still stands.
    void loadPasswordMeter().then(
      (measure) => setMeter({ measure }),
      () => undefined,
    );
  }
  // Autofocus and password managers may have been faster than this script.
  useEffect(load, []);

  const typed = typeof password === 'string' ? password : '';
  return (
    <div className="space-y-2">
      <div className="relative">
        <Field
          name="password"
          label={t('label')}
          help={t('help')}
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          spellCheck={false}
          autoCapitalize="none"
        />
        <IconButton
          label={shown ? t('hide') : t('show')}
          icon={shown ? <EyeOff /> : <Eye />}
          aria-pressed={shown}
          className="absolute! end-0 -top-1.5"
          onClick={() => setShown(!shown)}
        />
      </div>
      {meter && typed.length > 0 && (
        <StrengthBar {...meter.measure(typed, known)} longEnough={[...typed].length >= PASSWORD_LEAST} />
      )}
    </div>
  );
}
