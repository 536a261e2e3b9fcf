import { queryOptions } from '@tanstack/react-query';
import type { CaptureNews, CaptureView } from '../kyc/capture';
import { withQuery } from '../paths';
import { getJson } from './get-json';

/** How often a form that is being filled in is compared with the server's: where versions make that cheap, and where not. */
const LOOK_MS = 10_000;
const LOOK_WITHOUT_VERSIONS_MS = 60_000;

/**
 * A form that is being filled in, looked at again and again while its page is seen, so that what somebody else changes shows up. `url`
 * is the data route of the reader's side; it is told which view is known and answers with a new one or with nothing.
 */
export function captureQuery(url: string) {
  const queryKey = ['capture', url] as const;
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }): Promise<CaptureView> => {
      const known = client.getQueryData<CaptureView>(queryKey);
      const news = await getJson<CaptureNews>(withQuery(url, { since: known?.stamp }), signal);
      if (!('unchanged' in news)) return news;
      return known ?? getJson<CaptureView>(url, signal);
    },
    refetchInterval: ({ state }) => (state.data?.version === null ? LOOK_WITHOUT_VERSIONS_MS : LOOK_MS),
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
    retry: false,
    staleTime: LOOK_MS,
  });
}
