import { KYC_STATES, known } from '@/lib/kyc/contract/lists';
import { pageViews } from '@/lib/kyc/profile-view/answers';
import { date, line, moment } from '@/lib/kyc/profile-view/text';
import type { PageView } from '@/lib/kyc/profile-view/types';
import { fill, wordFor } from '@/lib/kyc/profile-view/words';
import { STATE_TONE } from '@/lib/kyc/tones';
import { displayName } from '@/lib/kyc/vocabulary';
import { colours } from '@/lib/theme/tokens';
import type { ProfileReport } from '../report';
import { type ReportWords, wordsIn } from '../words';
import { decisionViews, noteViews, outcomeViews } from './casework';
import { customerFacts } from './customer';
import { shorten } from './format';
import { documentViews, requestViews } from './records';
import { historyViews, riskView } from './risk';
import type { Mark, ReportView } from './types';

/** Fits the running header beside the submission id. */
const RUNNING_NAME_LIMIT = 60;

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
  const pages = pageViews(profile, language, report.nameSource);
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
    copy: report.casework.audience === 'compliance' ? words.complianceCopy : null,
    confidential:
      report.casework.audience === 'compliance' ? words.confidentialToCompliance : words.confidential,
    name,
    kind: kind || null,
    state: state ? stateMark(state, words) : null,
    facts: customerFacts(profile, pages, words),
    risk: riskView(report, words),
    decisions: decisionViews(report.casework, words),
    outcomes: outcomeViews(report.casework, words),
    pages: pages.map(dated),
    documents: documentViews(report, words),
    requests: requestViews(report.requests, words),
    notes: noteViews(report.casework, words),
    history: historyViews(report.assessments, words),
  };
}

function stateMark(state: string, words: ReportWords): Mark {
  const one = known(KYC_STATES, state);
  return { word: wordFor(words.states, state), tone: one ? STATE_TONE[one] : 'neutral' };
}

/** A page whose moments are days, as paper has no clock of its reader's. */
function dated(page: PageView): PageView {
  return {
    ...page,
    sections: page.sections.map((section) => ({
      ...section,
      answers: section.answers.map((answer) => ({
        ...answer,
        answeredAt: answer.answeredAt && date(answer.answeredAt),
      })),
    })),
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
