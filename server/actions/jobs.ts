'use server';

import { z } from 'zod';
import { CLOCK_JOB_NAMES, JOB_NAMES } from '@/lib/jobs';
import { jobsDesk } from '../queue/desk';
import { action } from './wrap';

const permission = 'jobs:manage';

export const runJobNow = action({
  permission,
  schema: z.object({ job: z.enum(CLOCK_JOB_NAMES) }),
  run: async ({ input, call }) => ({ isNew: await (await jobsDesk()).runNow(call, input.job) }),
});

export const runJobAgain = action({
  permission,
  schema: z.object({ job: z.enum(JOB_NAMES), runId: z.string().max(64) }),
  run: async ({ input, call }) => (await jobsDesk()).runAgain(call, input.job, input.runId),
});
