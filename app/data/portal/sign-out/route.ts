import { leavePortal } from '@/server/auth/portal/sign-out';

export const POST = leavePortal;
