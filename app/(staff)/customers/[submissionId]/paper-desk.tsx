'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { answerCheck } from '@/components/capture/answer-check';
import { FieldControl } from '@/components/capture/fields/field-control';
import type { FieldContext } from '@/components/capture/fields/types';
import { WhatIfDialog } from '@/components/risk/what-if-dialog';
import type { Draft, Problems } from '@/lib/kyc/capture-draft';
import type { FormField } from '@/lib/kyc/contract/forms';
import type { ProfilePage } from '@/lib/kyc/profile-page';
import type { PaperAnswer } from '@/lib/kyc/what-if-input';
import { paths } from '@/lib/paths';
import { paperFormQuery } from '@/lib/query/what-if';

interface PaperDeskProps {
  profile: ProfilePage;
  today: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Changing answers on paper: the what-if with the form's own controls in it. */
export function PaperDesk({ profile, today, open, onOpenChange }: PaperDeskProps) {
  const { submissionId, header, risk, documents } = profile;
  const { data } = useQuery({ ...paperFormQuery(submissionId, header.version), enabled: open });
  const fields = useMemo(() => new Map(data?.fields.map((field) => [field.id, field])), [data]);
  const questions = useMemo(() => {
    const pageOf = new Map(
      profile.pages.flatMap(({ name, sections }) =>
        sections.flatMap(({ answers }) => answers.map(({ fieldId }) => [fieldId, name] as const)),
      ),
    );
    return [...fields.values()].map(({ id, label }) => ({
      fieldId: id,
      label,
      hint: pageOf.get(id) ?? '',
    }));
  }, [fields, profile.pages]);
  const context = useMemo(
    (): FieldContext => ({
      customerName: header.name,
      today,
      documents,
      upload: {
        url: paths.data.documents(submissionId),
        downloadUrl: (documentId) => paths.data.document(submissionId, documentId),
        previewUrl: (documentId) => paths.data.documentPreview(submissionId, documentId),
      },
      autofill: false,
    }),
    [header.name, today, documents, submissionId],
  );
  return (
    <WhatIfDialog
      submissionId={submissionId}
      questions={questions}
      frozen={
        risk.isOverridden
          ? { level: risk.override?.level ?? risk.level, validUntil: risk.override?.validUntil ?? null }
          : undefined
      }
      open={open}
      onOpenChange={onOpenChange}
      control={(fieldId, change) => {
        const field = fields.get(fieldId);
        return (
          field && (
            <PaperControl field={field} given={data?.answers[fieldId]} change={change} context={context} />
          )
        );
      }}
    />
  );
}

interface PaperControlProps {
  field: FormField;
  /** The answer as it is. */
  given: Draft | undefined;
  change: (answer: PaperAnswer['answer'] | undefined) => void;
  context: FieldContext;
}

/** A question of the form, which may be answered here whether or not it is locked: nothing of it is saved. */
function PaperControl({ field, given, change, context }: PaperControlProps) {
  const [draft, setDraft] = useState(given);
  const [problems, setProblems] = useState<Problems>();
  const check = useMemo(() => answerCheck(context.today), [context.today]);
  const unlocked = useMemo(() => ({ ...field, isRequired: false, isLocked: false }), [field]);

  function type(next: Draft | undefined) {
    setDraft(next);
    const checked = check(unlocked, next);
    setProblems(checked.ok ? undefined : checked.problems);
    change(checked.ok ? checked.answer : undefined);
  }

  return (
    <FieldControl
      field={unlocked}
      id={`paper-${field.id.replace(/[^\w-]/g, '_')}`}
      value={draft}
      onChange={type}
      problem={problems?.whole}
      partProblems={problems?.parts}
      context={context}
    />
  );
}
