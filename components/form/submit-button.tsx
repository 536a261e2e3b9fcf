'use client';

import { Button, type ButtonProps } from '@/components/ui/button';
import { useFormAround } from './form-context';

interface SubmitButtonProps extends Omit<ButtonProps, 'type' | 'pending'> {
  /** What is going on while it is sent: "Creating the customer…". */
  busy: string;
}

/** Sends the form around it, once: while the answer is awaited it says what is going on. */
export function SubmitButton({ busy, variant = 'primary', ...rest }: SubmitButtonProps) {
  const form = useFormAround();
  return <Button {...rest} type="submit" variant={variant} pending={form.busy ? busy : undefined} />;
}
