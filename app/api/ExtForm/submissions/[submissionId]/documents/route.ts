import { kycRoute } from '@/server/http/kyc-route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = kycRoute(
  'listDocuments',
  'uploadDocuments',
  'deleteDocuments',
);
