import { z } from 'zod';
import type { WorkJob } from '@/lib/jobs';

/**
 * The data that a piece of work carries: ids and codes, never what a customer said. What is written today may be read by
 * tomorrow's version, so a field is added with a default and never renamed.
 */
export const WORK = {
  /** Every customer of a tenant is assessed anew by the released version of the risk model. */
  reassess: z.object({ tenantId: z.string(), modelVersion: z.number().int() }),
  /** Every approved customer of a tenant gets its next review by the settings of that revision. */
  reschedule: z.object({ tenantId: z.string(), revision: z.number().int() }),
  /** A draft of the risk model is tried on every customer of a tenant; nothing of theirs changes. */
  'try-model': z.object({ tenantId: z.string(), trialId: z.string() }),
} satisfies Record<WorkJob, z.ZodType>;

export type WorkData<N extends WorkJob> = z.output<(typeof WORK)[N]>;
