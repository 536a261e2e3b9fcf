'use client';

import { useEffect, useRef } from 'react';

interface MailFrameProps {
  html: string;
  title: string;
}

/**
 * A mail's HTML in a frame of its own, in which no script runs and no form is sent. The frame stands under the page's
 * policy, which refuses `style` attributes in markup: they come in under another name and are set by this page, which the
 * policy allows.
 */
export function MailFrame({ html, title }: MailFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    const shown = frame.current;
    if (!shown) return;
    const dress = () => dressed(shown);
    // What was loaded before this code ran has told of it already.
    dress();
    shown.addEventListener('load', dress);
    return () => shown.removeEventListener('load', dress);
  }, []);

  return (
    <iframe
      ref={frame}
      title={title}
      srcDoc={html.replaceAll(/(<[^<>]*?) style="/g, '$1 data-style="')}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      className="h-160 w-full rounded border border-line bg-surface"
    />
  );
}

function dressed(frame: HTMLIFrameElement): void {
  const mail = frame.contentDocument;
  if (!mail?.body) return;
  for (const element of mail.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? '';
  }
  for (const link of mail.links) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  // The body's own height: the document's is never below that of the frame.
  const height = mail.body.offsetHeight;
  if (height > 0) frame.style.height = `${height + 2}px`;
}
