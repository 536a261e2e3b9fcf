'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import type { FormOutcome } from '@/components/form/form';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { Action, ActionRefusal } from '@/lib/action-result';
import type { AddCustomerInput } from '@/lib/kyc/contract/customers';
import type { CreatedCustomer, NewCustomerInput } from '@/lib/kyc/new-customer';
import { newId } from '@/lib/new-id';
import { paths, withQuery } from '@/lib/paths';

/**
 * Sends the creation once for what is typed: the same values go under the same key, so that a second press after an answer
 * that never came makes no second customer. Says a refusal in words.
 */
export function useCreation(
  create: Action<NewCustomerInput, CreatedCustomer>,
  onCreated: (created: CreatedCustomer) => void,
) {
  const t = useTranslations('newCustomer');
  const client = useQueryClient();
  const attempt = useRef({ values: '', key: '' });
  const [over, setOver] = useState(false);

  async function send(customer: AddCustomerInput): Promise<FormOutcome> {
    const values = JSON.stringify(customer);
    if (attempt.current.values !== values) attempt.current = { values, key: newId() };
    const result = await create({ customer, attempt: attempt.current.key });
    setOver(!result.ok && result.code === 401);
    if (!result.ok) return refused(result);
    attempt.current = { values: '', key: '' };
    void client.invalidateQueries({ queryKey: ['customers'] });
    onCreated(result.data);
    return { ok: true };
  }

  function refused(refusal: ActionRefusal): FormOutcome {
    const fields = Object.fromEntries(
      refusal.fields.map(({ path, message }) => [path.replace(/^customer\./, ''), message]),
    );
    // The one thing that can exist already is the address.
    if (refusal.code === 409 && !refusal.outcomeUnknown) fields.customerEmail = refusal.messages.join(' ');
    return { ok: false, fields, message: Object.keys(fields).length > 0 ? undefined : words(refusal) };
  }

  function words({ code, outcomeUnknown, retryAfter, messages, requestId }: ActionRefusal): string {
    if (outcomeUnknown) return t('refused.unknown');
    if (code === 401) return t('refused.session');
    if (code === 429) return t('refused.tooMany', { seconds: retryAfter ?? 60 });
    return [...messages, ...(code === 500 ? [t('refused.reference', { id: requestId })] : [])].join(' ');
  }

  const sessionOver: ReactNode = over && (
    <Notice
      tone="caution"
      action={
        <LinkButton size="sm" href={withQuery(paths.signIn, { callbackUrl: paths.newCustomer })}>
          {t('refused.signIn')}
        </LinkButton>
      }
    >
      {t('refused.session')}
    </Notice>
  );
  return { send, sessionOver };
}
