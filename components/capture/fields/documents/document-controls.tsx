'use client';

import { useTranslations } from 'next-intl';
import { FieldNotes } from '@/components/form/field-frame';
import { expiryDateNeeded } from '@/lib/kyc/answer-documents';
import { partId } from '@/lib/kyc/capture-draft';
import { DOCUMENT_TYPES, known } from '@/lib/kyc/contract/lists';
import type { ControlProps } from '../types';
import { DocumentSlot } from './document-slot';

/** A passport. */
export function PassportControl({ field, id, value, onChange, aria, context }: ControlProps<'Passport'>) {
  return (
    <DocumentSlot
      id={`${id}-place`}
      label={field.label}
      documentId={value?.documentId}
      onChange={(documentId) => onChange(documentId ? { fieldTypeId: 'Passport', documentId } : undefined)}
      documentTypeId="Passport"
      needsExpiryDate={expiryDateNeeded(field, 'documentId')}
      context={context}
      aria={aria}
    />
  );
}

/** A document of the type that the field asks for. */
export function DocumentControl({ field, id, value, onChange, aria, context }: ControlProps<'Document'>) {
  return (
    <DocumentSlot
      id={`${id}-place`}
      label={field.label}
      documentId={value?.documentId}
      onChange={(documentId) => onChange(documentId ? { fieldTypeId: 'Document', documentId } : undefined)}
      documentTypeId={known(DOCUMENT_TYPES, field.limits?.documentTypeId) ?? 'Other'}
      needsExpiryDate={expiryDateNeeded(field, 'documentId')}
      context={context}
      aria={aria}
    />
  );
}

const SIDES = [
  { name: 'idCardFrontId', type: 'IdCardFront', words: 'front' },
  { name: 'idCardBackId', type: 'IdCardBack', words: 'back' },
] as const;

/** Both sides of an identity card; the back may be missing. */
export function IdCardControl({ field, id, value, onChange, partProblems, context }: ControlProps<'IdCard'>) {
  const t = useTranslations('captureFields.idCard');
  return (
    <div className="space-y-4">
      {SIDES.map(({ name, type, words }) => {
        const place = partId(id, name);
        const problem = partProblems[name];
        return (
          <div key={name} className="space-y-1.5">
            <p className="text-sm text-ink-soft">{t(words)}</p>
            <DocumentSlot
              id={place}
              label={t(words)}
              documentId={value?.[name]}
              onChange={(documentId) => {
                const next = { ...value, fieldTypeId: 'IdCard' as const, [name]: documentId };
                onChange(next.idCardFrontId || next.idCardBackId ? next : undefined);
              }}
              documentTypeId={type}
              needsExpiryDate={expiryDateNeeded(field, name)}
              context={context}
              aria={{
                'aria-invalid': problem === undefined ? undefined : true,
                'aria-describedby': problem === undefined ? undefined : `${place}-error`,
              }}
            />
            <FieldNotes parts={{ error: problem, errorId: `${place}-error`, helpId: '' }} />
          </div>
        );
      })}
    </div>
  );
}
