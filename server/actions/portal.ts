'use server';

import * as z from 'zod';
import { captureSaveInput } from '@/lib/kyc/capture-input';
import { captureDesk } from '../casework/capture';
import { ownCustomer } from '../casework/portal';
import { kycApi } from '../kyc';
import { portalAction } from './wrap';

/** What a signed-in customer does on its own form. Whose form it is, the session says. */

export const saveOwnAnswers = portalAction({
  schema: captureSaveInput.omit({ submissionId: true }),
  async run({ input: { answers }, session, call }) {
    const desk = await captureDesk(await kycApi());
    return desk.save(call, await ownCustomer(session), answers);
  },
});

export const submitOwnForm = portalAction({
  schema: z.looseObject({}),
  async run({ session, call }) {
    const desk = await captureDesk(await kycApi());
    return desk.submit(call, await ownCustomer(session));
  },
});
