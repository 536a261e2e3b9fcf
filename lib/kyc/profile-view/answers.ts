import { placedFields, shownPages } from '../conditions';
import { type TypedAnswer, typedAnswer } from '../contract/answers';
import type { FormField } from '../contract/forms';
import type { Profile, ProfileAnswer } from '../contract/profiles';
import { type NameSource, sourceNamer } from '../sources';
import type { Lookup } from './read';
import { sourceWord } from './source';
import { line } from './text';
import type { AnswerView, PageView, SectionView } from './types';
import { valueView } from './values';
import { type AnswerLanguage, type AnswerWords, answerWords, wordFor } from './words';

/**
 * Every question of the form that is shown with these answers, by page and section in the form's order, answered or not, and after
 * them whatever was answered that the form does not have (any more). A question that a condition hides is left out, and so is what was
 * answered to it before: the customer was not asked for it. `nameSource` names who answered.
 */
export function pageViews(
  profile: Profile,
  language: AnswerLanguage,
  nameSource: NameSource = sourceNamer(),
): PageView[] {
  const words = answerWords(language);
  const answers = new Map(profile.answers.map((answer) => [answer.fieldID ?? answer.field?.id, answer]));
  const view = answerViewer(profile, { words, language, nameSource });
  const form = profile.form.pages ?? [];
  const asked = new Set<string | undefined>(placedFields(form).map(({ field }) => field.id));
  const pages = shownPages(form, valuesOf(profile)).map((page) => ({
    name: line(page.name),
    sections: page.sections.map((section) => ({
      name: line(section.name),
      answers: section.fields.map((field) => view(answers.get(field.id), field)),
    })),
  }));
  for (const answer of profile.answers) {
    if (asked.has(answer.fieldID ?? answer.field?.id)) continue;
    const page = named<PageView>(pages, answer.field?.pageName ?? words.unplaced, (name) => ({
      name,
      sections: [],
    }));
    const sectionName = answer.field?.sectionName ?? words.unplaced;
    named<SectionView>(page.sections, sectionName, (name) => ({ name, answers: [] })).answers.push(
      view(answer),
    );
  }
  return pages
    .map((page) => ({ ...page, sections: page.sections.filter(({ answers: shown }) => shown.length > 0) }))
    .filter(({ sections }) => sections.length > 0);
}

/** The answers that conditions can be held against; one that a remote server spells in a way of its own is none. */
function valuesOf(profile: Profile): Map<string, TypedAnswer> {
  return new Map(
    profile.answers.flatMap((answer) => {
      const fieldId = answer.fieldID ?? answer.field?.id;
      const { data } = typedAnswer.safeParse(answer);
      return fieldId !== undefined && data ? [[fieldId, data]] : [];
    }),
  );
}

type Reading = { words: AnswerWords; language: AnswerLanguage; nameSource: NameSource };

function answerViewer(profile: Profile, { words, language, nameSource }: Reading) {
  const documents = new Map(
    profile.documents.map((document) => {
      const type = wordFor(words.documentTypes, document.documentTypeId ?? 'Other');
      return [
        document.id,
        { type, file: line(document.originalFileName ?? document.fileName ?? document.id ?? '') },
      ];
    }),
  );
  return (answer: ProfileAnswer | undefined, field?: FormField): AnswerView => {
    const options = new Map((field?.options ?? []).map(({ id, optionText }) => [id, line(optionText)]));
    const lookup: Lookup = {
      words,
      language,
      option: (id) => options.get(id) ?? line(id),
      document: (id) => documents.get(id) ?? { type: words.unknown, file: id },
    };
    const value = answer ? valueView(answer, lookup) : null;
    const label = line(field?.label ?? answer?.field?.label ?? answer?.field?.name ?? words.unknown);
    return {
      key: field?.id ?? answer?.fieldID ?? answer?.field?.id ?? label,
      fieldId: field?.id ?? null,
      label,
      required: field?.isRequired ?? answer?.field?.isRequired ?? false,
      value,
      answeredAt: (value && answer?.answeredAt) ?? null,
      answeredBy: value && answer?.answeredBy ? line(answer.answeredBy) : null,
      by: value && sourceWord(nameSource(answer?.answeredBy), words),
    };
  };
}

/** The item of that name, added at the end where there is none. */
function named<T extends { name: string }>(items: T[], name: string, make: (name: string) => T): T {
  const found = items.find((item) => item.name === line(name));
  if (found) return found;
  const made = make(line(name));
  items.push(made);
  return made;
}
