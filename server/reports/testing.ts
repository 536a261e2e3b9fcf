import type { Profile, ProfileAnswer } from '@/lib/kyc/contract/profiles';
import { sourceNamer } from '@/lib/kyc/sources';
import type { ProfileReport, ReportAssessment } from './report';
import { complianceCase } from './testing-casework';

type Field = NonNullable<Profile['form']['pages']>[number]['sections'][number]['fields'][number];

/** A field of a form, with what does not matter to a report filled in. */
export function field(
  id: string,
  label: string,
  fieldTypeId: Field['fieldTypeId'],
  more: Partial<Field> = {},
): Field {
  return {
    id,
    name: id,
    label,
    fqName: id,
    fieldTypeId,
    isRequired: true,
    isLocked: false,
    order: 0,
    ...more,
  };
}

/** A section whose fields stand in the order given. */
function section(id: string, name: string, order: number, fields: Field[]) {
  return { id, name, order, fields: fields.map((one, at) => ({ ...one, order: at })) };
}

const answered = { answeredAt: '2026-09-14T08:21:07Z', answeredBy: 'Mariam Haddad' };

/** An answer to `fieldID`, given on 14 Sep 2026. */
export function answer(fieldID: string, fieldTypeId: string, value: object): ProfileAnswer {
  return { id: `answer-${fieldID}`, fieldID, fieldTypeId, ...answered, ...value };
}

const options = (...texts: string[]) =>
  texts.map((text) => ({ id: text.toLowerCase().replaceAll(' ', '-'), optionText: text, optionValue: text }));

const pages: NonNullable<Profile['form']['pages']> = [
  {
    id: 'company',
    name: 'Company',
    order: 1,
    sections: [
      section('identity', 'Identity', 1, [
        field('legal-name', 'Legal name, as registered', 'Text'),
        field('arabic-name', 'Legal name in Arabic', 'Text'),
        field('founded', 'Date of incorporation', 'DatePicker'),
        field('country', 'Country of incorporation', 'Country'),
        field('employees', 'Number of employees', 'Number', { isRequired: false }),
        field('website', 'Website', 'Text', { isRequired: false }),
        field('form', 'Legal form', 'SingleOptionRadio', {
          options: options('Limited liability company', 'Branch'),
        }),
        field('lei', 'Legal Entity Identifier', 'Text', { isRequired: false }),
      ]),
      section('addresses', 'Addresses', 2, [
        field('seat', 'Registered office', 'CompanyAddress'),
        field('home', 'Address of the general manager', 'UserAddress'),
        field('mail', 'E-mail for notices', 'Email'),
        field('phone', 'Telephone', 'Phone'),
      ]),
    ],
  },
  {
    id: 'ownership',
    name: 'Ownership and control',
    order: 2,
    sections: [
      section('people', 'People', 1, [
        field('owners', 'Directors, beneficial owners and signatories', 'People', {
          options: options('Director', 'Beneficial owner', 'Signatory'),
        }),
        field('control', 'Is control held by other means than shares?', 'TextArea'),
      ]),
    ],
  },
  {
    id: 'business',
    name: 'Business and funds',
    order: 3,
    sections: [
      section('activity', 'Activity', 1, [
        field('purpose', 'Purpose and intended nature of the relationship', 'TextArea'),
        field('sectors', 'Sectors', 'MultiOptionsCheckBox', {
          options: options('Wholesale of grain', 'Shipping', 'Precious metals'),
        }),
        field('turnover', 'Expected yearly turnover (USD)', 'Number'),
        field('cash', 'Share of the turnover in cash', 'SingleOptionRadio', {
          options: options('Below 5 %', 'Above 5 %'),
        }),
        field('cash-source', 'Where the cash comes from', 'TextArea', {
          showWhen: { fieldId: 'cash', oneOf: ['above-5-%'] },
        }),
        field('tax', 'Tax residence outside the country of incorporation', 'Country', { isRequired: false }),
      ]),
      section('evidence', 'Evidence', 2, [
        field('licence', 'Trade licence', 'Document'),
        field('passport', 'Passport of the general manager', 'Passport'),
        field('id-card', 'Identity card of the general manager', 'IdCard'),
        field('funds', 'Evidence of the source of funds', 'Document'),
        field('signature', 'Signature', 'Signature'),
      ]),
    ],
  },
];

const hash = (seed: string) => seed.repeat(64).slice(0, 64);

const documents: Profile['documents'] = [
  {
    id: 'doc-licence',
    fileName: 'a1.pdf',
    originalFileName: 'Trade licence 2026.pdf',
    description: 'Issued by the Department of Economy and Tourism',
    documentTypeId: 'CompanyLicense',
    fileSizeInBytes: 284_113,
    contentType: 'application/pdf',
    shA256Hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    version: 2,
    pageCount: 3,
    uploadedBy: 'employee-1',
    uploadedAt: '2026-09-14T08:40:12Z',
    expiryDate: '2027-03-31',
  },
  {
    id: 'doc-passport',
    fileName: 'a2.jpg',
    originalFileName: 'جواز سفر محمد الأنصاري.jpg',
    description: null,
    documentTypeId: 'Passport',
    fileSizeInBytes: 1_904_220,
    contentType: 'image/jpeg',
    shA256Hash: hash('3a7bd3e2360a3d29'),
    version: 1,
    width: 1600,
    height: 1100,
    uploadedBy: 'customer',
    uploadedAt: '2026-09-14T08:44:51Z',
    expiryDate: '2031-01-09',
  },
  {
    id: 'doc-front',
    fileName: 'a3.jpg',
    originalFileName: '身份证正面.jpg',
    description: null,
    documentTypeId: 'IdCardFront',
    fileSizeInBytes: 812,
    contentType: 'image/jpeg',
    shA256Hash: hash('e3b0c44298fc1c14'),
    version: 1,
    uploadedAt: '2026-09-14T08:46:02Z',
    expiryDate: null,
  },
  {
    id: 'doc-signature',
    fileName: 'a4.png',
    originalFileName: 'Подпись.png',
    description: 'Drawn on the screen',
    documentTypeId: 'Other',
    fileSizeInBytes: 14_230,
    contentType: 'image/png',
    shA256Hash: hash('ca978112ca1bbdca'),
    version: 1,
    uploadedAt: '2026-09-15T10:02:30Z',
    expiryDate: null,
  },
];

const answers: ProfileAnswer[] = [
  answer('legal-name', 'Text', { textValue: 'Al Ansari Grain & Shipping LLC' }),
  answer('arabic-name', 'Text', { textValue: 'شركة الأنصاري للحبوب والملاحة ذ.م.م. (2019)' }),
  answer('founded', 'DatePicker', { date: '2019-02-11' }),
  answer('country', 'Country', { countryId: 'AE' }),
  answer('employees', 'Number', { numberValue: 1240 }),
  answer('website', 'Text', {
    textValue:
      'https://alansarigrain.example/en/about/corporate-governance/board-of-directors-and-committees',
  }),
  answer('form', 'SingleOptionRadio', { optionId: 'limited-liability-company' }),
  answer('seat', 'CompanyAddress', {
    countryId: 'AE',
    city: 'Dubai',
    zipcode: '00000',
    address: 'Office 2104, Jumeirah Business Centre 3, Cluster Y',
    hasCorrespondenceAddress: true,
    correspondenceCountryId: 'CN',
    correspondenceCity: '上海',
    correspondenceZipcode: '200120',
    correspondenceAddress: '浦东新区世纪大道100号',
  }),
  answer('home', 'UserAddress', {
    countryId: 'RU',
    city: 'Санкт-Петербург',
    state: 'Ленинградская область',
    zipcode: '191186',
    address: 'Невский проспект, д. 28',
  }),
  {
    ...answer('mail', 'Email', { textValue: 'notices@alansarigrain.example' }),
    answeredBy: 'customer',
  },
  { ...answer('phone', 'Phone', { textValue: '+97144501420' }), answeredBy: 'employee-1' },
  answer('owners', 'People', {
    people: [
      {
        id: 'holding',
        isCompany: true,
        fullName: 'Ansari Family Holding FZE',
        roleIds: [],
        holdings: [{ percent: 10 }],
        ownershipPercent: 10,
        nationalityId: 'AE',
      },
      {
        id: 'mohammed',
        fullName: 'محمد بن راشد الأنصاري',
        roleIds: ['director', 'beneficial-owner'],
        holdings: [{ percent: 46 }, { companyId: 'holding', percent: 50 }],
        ownershipPercent: 51,
        nationalityId: 'AE',
        dateOfBirth: '1971-04-03',
        isPep: false,
      },
      {
        fullName: '王小明',
        roleIds: ['beneficial-owner'],
        ownershipPercent: 33.5,
        nationalityId: 'CN',
        dateOfBirth: '1980-12-24',
        isPep: false,
      },
      { fullName: 'Дмитрий Щукин', roleIds: ['signatory'], nationalityId: 'RU', isPep: true },
    ],
  }),
  answer('purpose', 'TextArea', {
    textValue:
      'The company buys wheat, barley and soy beans from producers in Kazakhstan, Argentina and Australia, and sells them to mills in the Gulf states, Egypt and China. It wants current accounts in three currencies, documentary letters of credit, and hedging of freight.\n\nPayments in are expected from about forty buyers, all of them companies; payments out go to producers, carriers and insurers.',
  }),
  answer('sectors', 'MultiOptionsCheckBox', { optionIds: ['wholesale-of-grain', 'shipping'] }),
  answer('turnover', 'Number', { numberValue: 48_500_000 }),
  answer('cash', 'SingleOptionRadio', { optionId: 'below-5-%' }),
  // Told before the share was corrected; the question is not shown any more.
  answer('cash-source', 'TextArea', { textValue: 'Retail sales in two shops.' }),
  answer('licence', 'Document', { documentId: 'doc-licence' }),
  answer('passport', 'Passport', { documentId: 'doc-passport' }),
  answer('id-card', 'IdCard', { idCardFrontId: 'doc-front' }),
  answer('signature', 'Signature', { documentId: 'doc-signature', signedAt: '2026-09-15T10:02:30Z' }),
];

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
    trigger: 'answers.changed',
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
