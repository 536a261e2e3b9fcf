import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { newId } from '@/lib/new-id';
import { customerCall } from '@/server/auth/kyc-call';
import { requireCustomer } from '@/server/auth/portal/session';
import { ownView } from '@/server/casework/portal';
import { kycApi } from '@/server/kyc';

type Props = PageProps<'/portal/form/[pageId]'>;

/** The page's name; 404 for one that this customer's form does not have. */
async function pageName({ params }: Props): Promise<string> {
  const session = await requireCustomer();
  const pageId = decodeURIComponent((await params).pageId);
  const { pages } = await ownView(await kycApi(), customerCall(session, newId()), session);
  return pages.find(({ id }) => id === pageId)?.name ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: await pageName(props) };
}

/** One page of the form; the layout shows it. */
export default async function PortalFormPage(props: Props) {
  await pageName(props);
  return null;
}
