import type { ReactNode } from 'react';
import { Capture } from '@/components/capture/capture';
import { ClientMessages } from '@/components/ui/client-messages';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import { saveOwnAnswers, submitOwnForm } from '@/server/actions/portal';
import { customerCall } from '@/server/auth/kyc-call';
import { requireCustomer } from '@/server/auth/portal/session';
import { ownView } from '@/server/casework/portal';
import { kycApi } from '@/server/kyc';

/** The customer's own form, all its steps in one: it changes pages by itself, also while the line is cut. */
export default async function PortalFormLayout({ children }: { children: ReactNode }) {
  const session = await requireCustomer();
  const view = await ownView(await kycApi(), customerCall(session, newId()), session);
  return (
    <ClientMessages areas={['capture', 'captureFields', 'kyc']}>
      <Capture
        view={view}
        reader={session.submissionId}
        audience="customer"
        links={{ form: paths.portalForm, done: paths.portal, signIn: paths.portalSignIn }}
        dataUrl={paths.data.portal.form}
        documentsUrl={paths.data.portal.documents}
        save={saveOwnAnswers}
        submit={submitOwnForm}
      />
      {children}
    </ClientMessages>
  );
}
