import * as z from 'zod';
import { ANSWERS_LIMIT, answerToSave } from './contract/submissions';
import { opaqueId } from './contract/text';

/** What the runner sends while a form is filled in: whole answers, each with the version that it was typed over. */
export const captureSaveInput = z.object({
  submissionId: opaqueId,
  answers: z
    .array(
      z.object({
        fieldId: opaqueId,
        answer: answerToSave.shape.answer,
        basedOn: answerToSave.shape.basedOn,
      }),
    )
    .min(1)
    .max(ANSWERS_LIMIT),
});

/** Sending the form in. */
export const captureSubmitInput = z.object({ submissionId: opaqueId });
