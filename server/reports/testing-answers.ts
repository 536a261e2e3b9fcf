import type { Profile, ProfileAnswer } from '@/lib/kyc/contract/profiles';

const answered = { answeredAt: '2026-09-14T08:21:07Z', answeredBy: 'Mariam Haddad' };

/** An answer to `fieldID`, given on 14 Sep 2026. */
export function answer(fieldID: string, fieldTypeId: string, value: object): ProfileAnswer {
  return { id: `answer-${fieldID}`, fieldID, fieldTypeId, ...answered, ...value };
}

const hash = (seed: string) => seed.repeat(64).slice(0, 64);

/** What was uploaded to the form of `testing-form.ts`. */
export const documents: Profile['documents'] = [
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

/** What it was answered with, in four scripts and with gaps. */
export const answers: ProfileAnswer[] = [
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
