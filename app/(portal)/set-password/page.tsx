import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CustomerPassword } from '@/components/auth/customer-password';
import { ClientMessages } from '@/components/ui/client-messages';
import { readPasswordLink, setCustomerPassword } from '@/server/actions/links';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setPassword'))('title') };
}

export default function SetPasswordPage() {
  return (
    <div className="mx-auto max-w-md">
      <ClientMessages areas={['auth', 'setPassword']}>
        <CustomerPassword read={readPasswordLink} accept={setCustomerPassword} />
      </ClientMessages>
    </div>
  );
}
