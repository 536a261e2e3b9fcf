import { healthResponse } from '@/server/http/health';

export const GET = healthResponse;
