import { PortalNotFound } from '@/components/portal/portal-not-found';

export default PortalNotFound;
