import { queryOptions } from '@tanstack/react-query';
import { isUnderWay, type JobsView } from '../jobs-view';
import { paths } from '../paths';
import { getJson } from './get-json';

/** How soon it is looked again while something is under way, in milliseconds. */
const LOOK_AGAIN_MS = 2_000;

/** The state of the jobs; read again by itself as long as something waits or runs. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: ({ signal }) => getJson<JobsView>(paths.data.jobs, signal),
  refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? LOOK_AGAIN_MS : false),
});
