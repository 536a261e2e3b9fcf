import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type Area, clientAreas } from '@/lib/i18n/messages';

interface ClientMessagesProps {
  /** The areas that the client components inside use, beyond those every page has. */
  areas?: readonly Area[];
  children: ReactNode;
}

/** Sends the named areas' messages to the browser, and no others. */
export async function ClientMessages({ areas = [], children }: ClientMessagesProps) {
  const all = await getMessages();
  const sent = Object.fromEntries([...clientAreas, ...areas].map((area) => [area, all[area]]));
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
