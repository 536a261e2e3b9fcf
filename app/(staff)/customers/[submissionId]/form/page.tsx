import type { Metadata } from 'next';
import { openCapture } from './open-capture';

type Props = PageProps<'/customers/[submissionId]/form'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openCapture((await params).submissionId);
  return { title: view.customerName };
}

/** The first step that owes something; the layout shows it. */
export default async function CaptureStartPage({ params }: Props) {
  await openCapture((await params).submissionId);
  return null;
}
