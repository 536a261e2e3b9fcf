import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { decodedSegment, openCapture } from '../open-capture';

type Props = PageProps<'/customers/[submissionId]/form/[pageId]'>;

async function openPage({ params }: Props) {
  const { submissionId, pageId } = await params;
  const { view } = await openCapture(submissionId);
  const page = view.pages.find(({ id }) => id === decodedSegment(pageId));
  if (page === undefined) notFound();
  return { view, page };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, page } = await openPage(props);
  return { title: `${page.name} · ${view.customerName}` };
}

/** One page of the form; the layout shows it. */
export default async function CaptureStepPage(props: Props) {
  await openPage(props);
  return null;
}
