'use client';

import { PortalFailed } from '@/components/portal/portal-failed';

export default PortalFailed;
