'use client';

import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { ControlProps } from './types';

/** A line of text. */
export function TextControl({ id, value, onChange, aria }: ControlProps<'Text'>) {
  return (
    <Input
      id={id}
      {...aria}
      value={value?.textValue ?? ''}
      onChange={({ target }) =>
        onChange(target.value ? { fieldTypeId: 'Text', textValue: target.value } : undefined)
      }
    />
  );
}

/** A text of several lines; the box grows with it. */
export function TextAreaControl({ id, value, onChange, aria }: ControlProps<'TextArea'>) {
  return (
    <Textarea
      id={id}
      {...aria}
      value={value?.textValue ?? ''}
      onChange={({ target }) =>
        onChange(target.value ? { fieldTypeId: 'TextArea', textValue: target.value } : undefined)
      }
    />
  );
}

/** An e-mail address; what is none yet stays in the box. */
export function EmailControl({ id, value, onChange, aria }: ControlProps<'Email'>) {
  return (
    <Input
      id={id}
      {...aria}
      type="email"
      autoComplete="email"
      spellCheck={false}
      autoCapitalize="none"
      value={value?.textValue ?? ''}
      onChange={({ target }) =>
        onChange(target.value ? { fieldTypeId: 'Email', textValue: target.value } : undefined)
      }
    />
  );
}
