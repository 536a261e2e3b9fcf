/** Somebody who looked at a document or took it; `lastAt` is ISO 8601 in UTC. */
export type DocumentReader = {
  kind: 'staff' | 'customer' | 'apiClient' | 'system';
  /** Of a member of staff or a system. */
  name: string | null;
  how: 'viewed' | 'downloaded' | 'archived';
  count: number;
  lastAt: string;
};
