import type { Profile } from '@/lib/kyc/contract/profiles';
import { sourceNamer } from '@/lib/kyc/sources';
import type { ProfileReport, ReportAssessment } from './report';
import { answers, documents } from './testing-answers';
import { complianceCase } from './testing-casework';
import { pages } from './testing-form';

const assessments: ReportAssessment[] = [
  {
    riskLevelId: 'Low',
    score: 22,
    modelId: 'kyc-baseline',
    modelVersion: 1,
    trigger: 'customer.created',
    assessedAt: '2026-09-12T07:10:00Z',
    isProvisional: true,
    isOverridden: false,
  },
  {
    riskLevelId: 'Medium',
    score: 46.5,
    modelId: 'kyc-baseline',
    modelVersion: 2,
    trigger: 'some.other_occasion',
    assessedAt: '2026-09-14T09:00:00Z',
    isProvisional: true,
    isOverridden: false,
  },
  {
    riskLevelId: 'High',
    score: 61.5,
    modelId: 'kyc-baseline',
    modelVersion: 2,
    trigger: 'submission.submitted',
    assessedAt: '2026-09-15T10:05:12Z',
    isProvisional: false,
    isOverridden: true,
  },
];

const reviews: ProfileReport['reviews'] = new Map([
  ['doc-licence', { decision: 'accepted', by: 'Ingrid Solberg', at: '2026-09-16T08:00:00Z' }],
  ['doc-passport', { decision: 'askedAgain', by: 'Ingrid Solberg', at: '2026-09-16T08:05:00Z' }],
]);

const requests: ProfileReport['requests'] = [
  {
    id: 'request-1',
    fieldId: 'passport',
    question: 'Passport of the general manager',
    documentTypeId: 'Passport',
    documentId: 'doc-passport',
    reason: 'unreadable',
    words: 'The picture is blurred. Please upload one in which every letter can be read.',
    requestedBy: 'Ingrid Solberg',
    requestedAt: '2026-09-16T08:05:00Z',
    state: 'open',
    closedAt: null,
  },
];

/** A legal entity under review, in four scripts, with every field type, gaps, and an overridden assessment. */
export function sampleReport(
  more: { profile?: Partial<Profile> } & Partial<Omit<ProfileReport, 'profile'>> = {},
): ProfileReport {
  const { profile, ...rest } = more;
  return {
    profile: {
      form: { id: 'form-legal', name: 'Corporate onboarding', version: 4, entityType: 'LegalEntity', pages },
      submission: {
        id: '01997a3e-5c1b-7d02-9f6e-2f8a41b7c9d3',
        userType: 'LegalCustomer',
        entityTypeId: 'LegalEntity',
        customerEmail: 'onboarding@alansarigrain.example',
        customerMobileNumber: '+971501234567',
        individualCustomer: null,
        legalEntityCustomer: {
          fullName: 'Al Ansari Grain & Shipping LLC · شركة الأنصاري للحبوب',
          registrationNumber: 'DET-1182734',
          tradingName: 'Ansari Grain',
        },
        employeeId: 'employee-1',
        employeeName: 'Layla Nasser',
        kycState: 'ComplianceReview',
        accountStatusId: 'Pending',
        pendingStateId: 'ComplianceReview',
        onboardingProgress: 92,
        onboardingStarted: '2026-09-12T07:10:00Z',
        onboardingCompleted: '2026-09-15T10:05:12Z',
        version: 7,
        createdAt: '2026-09-12T07:10:00Z',
        updatedAt: '2026-09-15T10:05:12Z',
      },
      answers,
      riskAssessment: {
        id: 'assessment-3',
        riskLevelId: 'High',
        score: 61.5,
        isProvisional: true,
        modelId: 'kyc-baseline',
        modelVersion: 2,
        trigger: 'submission.submitted',
        assessedAt: '2026-09-15T10:05:12Z',
        nextReviewDate: '2027-09-15',
        isOverridden: true,
        calculatedRiskLevelId: 'Medium',
        override: {
          riskLevelId: 'High',
          reason: 'A signatory is politically exposed and the source of funds is not yet evidenced.',
          requestedBy: 'Omar Farouk',
          approvedBy: 'Ingrid Solberg',
          at: '2026-09-15T11:30:00Z',
          validUntil: '2027-03-31',
        },
      },
      riskAssessmentDetail: {
        factors: [
          {
            id: 'country',
            name: 'Country',
            category: 'geography',
            value: 'United Arab Emirates',
            rule: { id: 'country-attention', explanation: 'On the list of increased attention.' },
            sources: [
              { fieldId: 'country', label: 'Country of incorporation' },
              { fieldId: 'seat', label: 'Registered office' },
            ],
            known: true,
            score: 40,
            weight: 0.3,
            contribution: 12,
            explanation:
              'The country of incorporation is under increased attention in the installation’s list.',
          },
          {
            id: 'pep',
            name: 'Politically exposed person',
            category: 'people',
            value: 'Дмитрий Щукин',
            score: 100,
            weight: 0.25,
            contribution: 25,
            explanation: 'A person of the structure is marked as politically exposed.',
            rule: { id: 'pep-in-structure', explanation: 'Anybody in the structure is politically exposed.' },
            sources: [{ fieldId: 'owners', label: 'Directors, beneficial owners and signatories' }],
            known: true,
          },
          {
            id: 'kind',
            name: 'Kind of customer',
            category: 'customer',
            value: 'Legal entity',
            score: 50,
            weight: 0.25,
            contribution: 12.5,
            explanation: 'Legal entities carry the risk of opaque ownership.',
          },
          {
            id: 'channel',
            name: 'Channel',
            category: 'delivery',
            value: null,
            score: 60,
            weight: 0.2,
            contribution: 12,
            explanation: 'Whether the customer was met in person is not known.',
            rule: { id: 'channel-not-known', explanation: 'Not known counts as 60.' },
            sources: [{ fieldId: 'channel', label: 'هل التقى به موظف؟' }],
            known: false,
          },
        ],
        thresholds: [
          { riskLevelId: 'Low', from: 0, to: 33 },
          { riskLevelId: 'Medium', from: 33, to: 66 },
          { riskLevelId: 'High', from: 66, to: 100 },
        ],
        rulesFired: [
          {
            id: 'pep-floor',
            effect: 'at_least_medium',
            explanation: 'A politically exposed person is never of low risk.',
          },
        ],
      },
      documents,
      ...profile,
    },
    assessments,
    nameSource: sourceNamer([{ id: 'employee-1', name: 'Layla Nasser', kind: 'employee' }]),
    reviews,
    requests,
    casework: complianceCase,
    review: {
      dueOn: '2027-03-31',
      because: 'documentExpired',
      basis: {
        level: 'High',
        months: 12,
        from: '2026-09-15',
        counted: 'decision',
        documentTypeId: 'CompanyLicense',
      },
    },
    generatedAt: new Date('2026-11-22T14:03:11Z'),
    generatedBy: 'Yusuf Rahman',
    language: 'en',
    ...rest,
  };
}
