import type { FormField } from '../contract/forms';
import type { Profile, ProfileAnswer } from '../contract/profiles';
import { inOrder } from '../order';
import { line } from './text';
import type { AnswerView, PageView, SectionView } from './types';
import { type Lookup, valueView } from './values';
import { type AnswerLanguage, type AnswerWords, answerWords, wordFor } from './words';

/**
 * Every question of the form by page and section in the form's order, answered or not, and after them whatever was answered that the
 * form does not ask (any more): nothing in the profile is left out.
 */
export function pageViews(profile: Profile, language: AnswerLanguage): PageView[] {
  const words = answerWords(language);
  const answers = new Map(profile.answers.map((answer) => [answer.fieldID ?? answer.field?.id, answer]));
  const view = answerViewer(profile, words, language);
  const asked = new Set<string | undefined>();
  const pages = inOrder(profile.form.pages ?? []).map((page) => ({
    name: line(page.name),
    sections: inOrder(page.sections).map((section) => ({
      name: line(section.name),
      answers: inOrder(section.fields).map((field) => {
        asked.add(field.id);
        return view(answers.get(field.id), field);
      }),
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

function answerViewer(profile: Profile, words: AnswerWords, language: AnswerLanguage) {
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
    return {
      label: line(field?.label ?? answer?.field?.label ?? answer?.field?.name ?? words.unknown),
      required: field?.isRequired ?? answer?.field?.isRequired ?? false,
      value,
      answeredAt: (value && answer?.answeredAt) ?? null,
      answeredBy: value && answer?.answeredBy ? line(answer.answeredBy) : null,
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
