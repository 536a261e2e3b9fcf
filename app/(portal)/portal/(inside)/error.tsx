'use client';

import { PageFailed, type PageFailedProps } from '@/components/shell/page-failed';

export default function PortalPageFailed(props: PageFailedProps) {
  return <PageFailed {...props} to="portalFailed" />;
}
