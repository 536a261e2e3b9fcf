import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { RiskLevel } from '../kyc/contract/lists';
import { paths, withQuery } from '../paths';
import type { TrialMoves } from '../risk/model-office';
import type { ModelBook, ModelPage } from '../risk/model-page';
import { getJson } from './get-json';

/** How often work on all customers is looked after, in milliseconds. */
const LOOK_MS = 1_000;

/** The versions of the risk model; looked at again while customers are re-assessed. */
export const modelBookQuery = queryOptions({
  queryKey: ['risk-model'],
  queryFn: ({ signal }) => getJson<ModelBook>(paths.data.riskModel, signal),
  refetchInterval: ({ state }) => {
    const { reassessment } = state.data ?? {};
    return reassessment && reassessment.finishedAt === null ? LOOK_MS : false;
  },
});

/** One version; looked at again while it is tried out. */
export const modelPageQuery = (version: number) =>
  queryOptions({
    queryKey: ['risk-model', version],
    queryFn: ({ signal }) => getJson<ModelPage>(paths.data.riskModelVersion(version), signal),
    refetchInterval: ({ state }) => {
      const { trial } = state.data ?? {};
      return trial && trial.finishedAt === null ? LOOK_MS : false;
    },
  });

/** Who would move in a try-out, page by page. */
export const trialMovesQuery = (trialId: string, move: { from: RiskLevel; to: RiskLevel }) =>
  infiniteQueryOptions({
    queryKey: ['risk-model', 'trial', trialId, move.from, move.to],
    queryFn: ({ signal, pageParam }) =>
      getJson<TrialMoves>(
        withQuery(paths.data.trialMoves(trialId), { ...move, cursor: pageParam ?? undefined }),
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
