import { useId } from 'react';
import { Input } from '@/components/ui/input';

interface FormFieldProps {
  name: 'email' | 'password';
  label: string;
  autoComplete: string;
  /** What was typed before the server answered. */
  typed?: string;
  /** What is wrong with it. */
  fault: string | undefined;
}

/** A labelled box of a form that works before any script has come. */
export function FormField({ name, label, autoComplete, typed, fault }: FormFieldProps) {
  const id = useId();
  const faultId = `${id}-fault`;
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      <Input
        id={id}
        name={name}
        type={name}
        defaultValue={typed}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        aria-required
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={fault === undefined ? undefined : faultId}
      />
      {fault !== undefined && (
        <p id={faultId} className="text-sm font-medium text-critical-fg">
          {fault}
        </p>
      )}
    </div>
  );
}
