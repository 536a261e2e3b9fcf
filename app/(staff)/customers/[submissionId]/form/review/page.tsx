import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { openCapture } from '../open-capture';

type Props = PageProps<'/customers/[submissionId]/form/review'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openCapture((await params).submissionId);
  const t = await getTranslations('capture.reviewPage');
  const title = t(view.editable.kind === 'nothing' ? 'titleRead' : 'title');
  return { title: `${title} · ${view.customerName}` };
}

/** The review before sending; the layout shows it. */
export default async function CaptureReviewPage({ params }: Props) {
  await openCapture((await params).submissionId);
  return null;
}
