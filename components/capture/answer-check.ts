import { answerOf, type Draft, type Problems, problemsByPart } from '@/lib/kyc/capture-draft';
import type { TypedAnswer } from '@/lib/kyc/contract/answers';
import { fieldFaults } from '@/lib/kyc/contract/errors';
import type { FormField } from '@/lib/kyc/contract/forms';
import { FIELD_TYPES, known } from '@/lib/kyc/contract/lists';
import { parseParams } from '@/lib/kyc/contract/parse';
import { answerSchema } from '@/lib/kyc/form-schema';

/** What a draft says: an answer (null = taken back), or what is wrong with it. */
export type Checked = { ok: true; answer: TypedAnswer | null } | { ok: false; problems: Problems };

/**
 * Judges drafts by the form's own schema, as the server will. Loaded with the first keystroke: the schema library is nothing that a
 * page has to wait for.
 */
export function answerCheck(today: string): (field: FormField, draft: Draft | undefined) => Checked {
  const schemas = new Map<string, ReturnType<typeof answerSchema>>();
  return (field, draft) => {
    const answer = answerOf(draft);
    if (answer === null) return { ok: true, answer: null };
    const schema = schemas.get(field.id) ?? answerSchema(field, { today });
    schemas.set(field.id, schema);
    const parsed = schema.safeParse(answer, parseParams);
    if (parsed.success) return { ok: true, answer: parsed.data };
    const type = known(FIELD_TYPES, field.fieldTypeId) ?? 'Text';
    return { ok: false, problems: problemsByPart(type, fieldFaults(parsed.error)) };
  };
}
