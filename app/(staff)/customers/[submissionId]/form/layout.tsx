import { getTranslations } from 'next-intl/server';
import { Capture } from '@/components/capture/capture';
import { Bidi } from '@/components/ui/bidi';
import { ClientMessages } from '@/components/ui/client-messages';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { saveCapture, submitCapture } from '@/server/actions/capture';
import { openCapture } from './open-capture';

/** The form as it is filled in on the customer's behalf; its steps are addresses below, which this layout outlives. */
export default async function CaptureLayout({
  params,
  children,
}: LayoutProps<'/customers/[submissionId]/form'>) {
  const { session, view } = await openCapture((await params).submissionId);
  const t = await getTranslations('capture');
  const { submissionId } = view;
  const { user } = session;
  const name = () => <Bidi>{view.customerName}</Bidi>;
  return (
    <ClientMessages areas={['kyc', 'capture', 'captureFields']}>
      <div className="mb-5 space-y-3">
        <p className="text-sm">
          <TextLink href={paths.customer(submissionId)}>{t.rich('back', { name })}</TextLink>
        </p>
        {view.editable.kind !== 'nothing' && (
          <Notice tone="info" title={t.rich('behalf.title', { name })}>
            {t('behalf.body')}
          </Notice>
        )}
      </div>
      <Capture
        view={view}
        reader={user.id}
        readerName={user.name}
        audience="employee"
        links={{
          form: paths.capture(submissionId),
          done: paths.customer(submissionId),
          signIn: paths.signIn,
        }}
        dataUrl={paths.data.capture(submissionId)}
        documentsUrl={paths.data.documents(submissionId)}
        save={saveCapture}
        submit={submitCapture}
      />
      {children}
    </ClientMessages>
  );
}
