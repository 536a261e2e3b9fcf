import { inOrder } from '@/lib/kyc/order';
import { isFilled, type PlacedField, placedFields, visibleFields } from '@/lib/kyc/conditions';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import type { FormField, ShowWhen } from '@/lib/kyc/contract/forms';
import type { FactSource } from '@/lib/risk/facts';
import type { RiskInput } from './input';

/**
 * A field that a fact comes from, and how it stands: answered; open, because it is not answered or because what decides whether it is
 * asked is not (`waitsFor` says in the form's words which); or not asked of this customer.
 */
export type AskedField =
  | { standing: 'answered'; field: FormField; value: AnswerValue }
  | { standing: 'open'; field: FormField; waitsFor: string }
  | { standing: 'notAsked'; field: FormField };

/** Finds what a form has under the name of a field, the third part of `fqName`; undefined where it has no such field. */
export type FormReader = (fieldName: string) => AskedField | undefined;

/** A form with its answers. Where two fields share a name, the answered one counts, then the open one. */
export function formReader({ pages, answers }: Pick<RiskInput, 'pages' | 'answers'>): FormReader {
  const values = new Map(answers.map(({ fieldId, value }) => [fieldId, value]));
  const shown = visibleFields(pages, values);
  const placed = new Map(inFormOrder(pages).map((one) => [one.field.id, one]));
  const standings = new Map<string, AskedField>();

  function standingOf(one: PlacedField): AskedField {
    const before = standings.get(one.field.id);
    if (before) return before;
    const { field, section } = one;
    // Stands while what decides about the field is looked at: a condition that leads back to it decides nothing.
    standings.set(field.id, { standing: 'notAsked', field });
    const found = judge(field, [...decidedBy(section.showWhen), ...decidedBy(field.showWhen)]);
    standings.set(field.id, found);
    return found;
  }

  function judge(field: FormField, deciding: readonly string[]): AskedField {
    const value = values.get(field.id);
    if (shown.has(field.id)) {
      return value !== undefined && isFilled(value)
        ? { standing: 'answered', field, value }
        : { standing: 'open', field, waitsFor: field.label };
    }
    for (const id of deciding) {
      const decides = placed.get(id);
      const standing = decides && standingOf(decides);
      if (standing?.standing === 'open') return { standing: 'open', field, waitsFor: standing.waitsFor };
    }
    return { standing: 'notAsked', field };
  }

  const byName = new Map<string, AskedField>();
  for (const one of placed.values()) {
    const name = one.field.fqName.slice(one.field.fqName.lastIndexOf('_') + 1);
    const found = standingOf(one);
    const before = byName.get(name);
    if (before === undefined || RANK[found.standing] < RANK[before.standing]) byName.set(name, found);
  }
  return (fieldName) => byName.get(fieldName);
}

const RANK: Readonly<Record<AskedField['standing'], number>> = { answered: 0, open: 1, notAsked: 2 };

function inFormOrder(pages: RiskInput['pages']): PlacedField[] {
  return placedFields(
    inOrder(pages).map((page) => ({
      ...page,
      sections: inOrder(page.sections).map((section) => ({ ...section, fields: inOrder(section.fields) })),
    })),
  );
}

/** The fields that a condition looks at. */
function decidedBy(when: ShowWhen | undefined): string[] {
  if (when === undefined) return [];
  if ('fieldId' in when) return [when.fieldId];
  if ('not' in when) return decidedBy(when.not);
  return ('all' in when ? when.all : when.any).flatMap(decidedBy);
}

/** Where an answer comes from. */
export function sourceOf({ field: { id, label } }: AskedField): FactSource {
  return { fieldId: id, label };
}

/** The options that an answer chose, by their values, sorted. */
export function chosenValues({ options = [] }: FormField, value: AnswerValue): string[] {
  const ids = 'optionId' in value ? [value.optionId] : 'optionIds' in value ? value.optionIds : [];
  return options.flatMap(({ id, optionValue }) => (ids.includes(id) ? [optionValue] : [])).sort();
}
