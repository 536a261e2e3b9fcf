import { displayName } from '@/lib/kyc/vocabulary';
import { colours, type Tone } from '@/lib/theme/tokens';
import type { ProfileReport } from '../report';
import { fill, type ReportWords, wordFor, wordsIn } from '../words/words';
import { pageViews } from './answers';
import { customerFacts } from './customer';
import { date, fileSize, line, moment, shorten } from './format';
import { historyViews, riskView } from './risk';
import type { DocumentView, ReportView } from './types';

/** Fits the running header beside the submission id. */
const RUNNING_NAME_LIMIT = 60;

const STATE_TONES: Record<string, Tone> = {
  New: 'neutral',
  Onboarding: 'info',
  ComplianceReview: 'pending',
  Approved: 'positive',
  Rejected: 'critical',
  OnboardingAfterRejection: 'caution',
};

/** A report as the template reads it: every value worded for print. */
export function reportView(report: ProfileReport): ReportView {
  const { profile, generatedAt, language } = report;
  const { submission } = profile;
  const words = wordsIn(language);
  const name = line(displayName(submission) ?? '') || words.unnamed;
  const id = line(submission.id ?? '') || words.unknown;
  const by = line(report.generatedBy);
  const kind = submission.userType
    ? wordFor(words.userTypes, submission.userType)
    : submission.entityTypeId && wordFor(words.entityTypes, submission.entityTypeId);
  const state = submission.kycState;
  const pages = pageViews(profile, words, language);
  return {
    words,
    colours: colours.light,
    metadata: {
      language,
      title: fill(words.titleOf, { name }),
      author: by,
      keywords: ['KYC', id, kind, state && wordFor(words.states, state)].filter(
        (one) => typeof one === 'string',
      ),
      date: dateParts(generatedAt),
    },
    running: {
      name: shorten(name, RUNNING_NAME_LIMIT),
      submission: fill(words.submission, { id }),
      generated: fill(words.generated, { at: moment(generatedAt), by: shorten(by, RUNNING_NAME_LIMIT) }),
      version:
        submission.version === undefined ? null : fill(words.profileVersion, { version: submission.version }),
    },
    name,
    kind: kind || null,
    state: state ? { word: wordFor(words.states, state), tone: STATE_TONES[state] ?? 'neutral' } : null,
    facts: customerFacts(profile, pages, words),
    risk: riskView(profile, words),
    pages,
    documents: documentViews(profile.documents, words),
    history: historyViews(report.assessments, words),
  };
}

function dateParts(at: Date): ReportView['metadata']['date'] {
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}

function documentViews(documents: ProfileReport['profile']['documents'], words: ReportWords): DocumentView[] {
  return documents.map((one) => ({
    type: wordFor(words.documentTypes, one.documentTypeId ?? 'Other'),
    version: one.version === undefined ? null : fill(words.documents.version, { version: one.version }),
    description: line(one.description ?? '') || null,
    file: line(one.originalFileName ?? one.fileName ?? one.id ?? '') || words.unknown,
    size: one.fileSizeInBytes === undefined ? words.unknown : fileSize(one.fileSizeInBytes),
    uploaded: one.uploadedAt ? moment(one.uploadedAt, 'without zone') : words.unknown,
    expires: one.expiryDate ? date(one.expiryDate) : words.documents.noExpiry,
    hash: line(one.shA256Hash ?? '') || null,
  }));
}
