'use client';

import './globals.css';
import { buttonStyle } from '@/components/ui/button-style';
import { ErrorState } from '@/components/ui/error-state';
import common from '@/lib/i18n/messages/en/common.json';
import words from '@/lib/i18n/messages/en/errors.json';
import { paths } from '@/lib/paths';
import { fontVariables } from './fonts';

/** The last resort, when the layout itself failed: no provider is there, so its words are taken from the file. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const text = words.pageFailed;
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>{`${text.title} · ${common.product}`}</title>
        <main className="mx-auto max-w-3xl px-4 py-12">
          <ErrorState
            headingLevel="h1"
            title={text.title}
            kept={text.kept}
            todo={text.todo}
            actions={
              <a href={paths.home} className={buttonStyle({ variant: 'primary' })}>
                {text.home}
              </a>
            }
            request={
              error.digest
                ? {
                    id: error.digest,
                    label: text.reference,
                    copy: text.copyReference,
                    copied: common.copied,
                  }
                : undefined
            }
          />
        </main>
      </body>
    </html>
  );
}
