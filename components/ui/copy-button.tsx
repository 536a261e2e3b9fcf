'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from './icon-button';

interface CopyButtonProps {
  text: string;
  /** "Copy the submission id" */
  label: string;
  /** "Copied" */
  copied: string;
}

const SHOWN_MS = 2500;

/** Copies a text and says so, to the eye and aloud. */
export function CopyButton({ text, label, copied }: CopyButtonProps) {
  const [done, setDone] = useState(false);

  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [done]);

  return (
    <span className="inline-flex items-center gap-1">
      <IconButton
        label={label}
        icon={done ? <Check className="text-positive-solid" /> : <Copy />}
        className="size-6! [&_svg]:size-3.5!"
        onClick={() => void copy(text).then(setDone)}
      />
      <span role="status" className="text-xs font-medium text-positive-fg">
        {done ? copied : ''}
      </span>
    </span>
  );
}

/** The clipboard needs a secure context; on plain http in an office network the old way still works. */
async function copy(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return true;
  }
  const box = document.createElement('textarea');
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  return done;
}
