import kyc from '@/lib/i18n/messages/en/kyc.json';
import report from '@/lib/i18n/messages/en/report.json';
import { type AnswerLanguage, type AnswerWords, answerWords } from '@/lib/kyc/profile-view/words';

/** The languages that a report can be made in. */
export type ReportLanguage = AnswerLanguage;

type OwnWords = typeof report & {
  userTypes: typeof kyc.kind;
  states: typeof kyc.state;
  riskLevels: typeof kyc.risk;
  occasions: typeof kyc.occasion;
};

/** Every word that a report prints of its own accord; those that screens show too are the same ones. */
export type ReportWords = OwnWords & Pick<AnswerWords, 'unnamed' | 'unknown' | 'documentTypes'>;

const OWN: Record<ReportLanguage, OwnWords> = {
  en: { ...report, userTypes: kyc.kind, states: kyc.state, riskLevels: kyc.risk, occasions: kyc.occasion },
};

/** The words of a language. */
export function wordsIn(language: ReportLanguage): ReportWords {
  const { unnamed, unknown, documentTypes } = answerWords(language);
  return { ...OWN[language], unnamed, unknown, documentTypes };
}
