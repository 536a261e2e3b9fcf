import { createHash } from 'node:crypto';
import type { DocumentType } from '@/lib/kyc/contract/lists';
import type { WrappedKey } from '../../documents/keys';
import { compilePdf } from '../../reports/compiler';
import type { documents } from '../schema';
import type { DemoCompany, DemoCustomer, DemoPerson } from './cast';
import { demoId } from './ids';
import { PASSPORT_PIXELS, passportPicture } from './passport';
import { SIGNATURE_PIXELS, signaturePicture } from './signature';

/** A document that a customer hands in together with a page of the form (counted from 1). */
export type DemoDocument = {
  page: number;
  /** The field that it answers, where the form has it. */
  fieldName: string;
  documentTypeId: DocumentType;
  fileName: string;
  description: string;
  contentType: 'application/pdf' | 'image/png';
  expiryDate: string | null;
  /** Of a picture. */
  pixels: { width: number; height: number } | null;
  bytes: Uint8Array;
};

type Specimen = { title: string; issuer: string; date: string; rows: [string, string][]; text: string[] };

/** The pages of the library's forms on which documents are handed in, counted from 1. */
const PERSONS_PAGES = { identity: 1, address: 2, funds: 3, tax: 5, declarations: 6 } as const;
const COMPANYS_DOCUMENTS = 5;

/** The documents that a customer has handed in so far. `today` is YYYY-MM-DD. */
export function documentsOf(customer: DemoCustomer, today: string): DemoDocument[] {
  const all =
    customer.userType === 'IndividualCustomer'
      ? personsDocuments(customer, today)
      : companysDocuments(customer, today);
  return all
    .filter(({ page }) => page <= customer.pages)
    .map(({ make, ...document }) => ({ ...document, bytes: make() }));
}

type Planned = Omit<DemoDocument, 'bytes'> & { make: () => Uint8Array };

function personsDocuments(person: DemoPerson, today: string): Planned[] {
  const number = `S${demoId(person.email).replace(/\D/g, '').padEnd(8, '0').slice(0, 8)}`;
  const expires = yearsFrom(today, 1 + (Number(number.slice(-1)) % 8));
  const file = person.latin.toLowerCase().replace(/[^a-z]+/g, '-');
  const address = [person.home.address, person.home.city, person.home.countryId].join(', ');
  const passport: Planned = {
    page: PERSONS_PAGES.identity,
    fieldName: 'IdentityDocument',
    documentTypeId: 'Passport',
    fileName: `passport-${file}.png`,
    description: 'Data page',
    contentType: 'image/png',
    expiryDate: expires,
    pixels: PASSPORT_PIXELS,
    make: () => passportPicture(person, number, expires),
  };
  const proof = pdf(
    PERSONS_PAGES.address,
    'AddressEvidence',
    'ProofofAddress',
    `utility-bill-${file}.pdf`,
    'Electricity bill',
    {
      title: 'Electricity and water bill',
      issuer: 'Municipal Utilities',
      date: today,
      rows: [
        ['Customer', `${person.firstName} ${person.lastName}`],
        ['Premises', address],
        ['Account', number.slice(1)],
        ['Amount due', 'AED 412.35'],
      ],
      text: ['Please pay within 14 days. This bill is proof of supply at the premises named above.'],
    },
  );
  const funds = pdf(
    PERSONS_PAGES.funds,
    'FundsEvidence',
    'SourceOfFunds',
    `source-of-funds-${file}.pdf`,
    'Confirmation by the bank',
    {
      title: 'Confirmation of account and origin of funds',
      issuer: 'First Harbour Bank',
      date: today,
      rows: [
        ['Account holder', `${person.firstName} ${person.lastName}`],
        ['Customer since', '2014'],
        ['Average balance', 'AED 640,000'],
      ],
      text: [person.wealth, 'The movements of the last twelve months agree with this description.'],
    },
  );
  return [
    ...(person.hasIdCard ? idCard(person, number.slice(1), expires, file) : [passport]),
    proof,
    ...(person.income === 'over_2m' ? [funds] : []),
    ...(person.usTaxNumber ? [formW9(person, person.usTaxNumber, today, file)] : []),
    signature(PERSONS_PAGES.declarations, person.latin, file),
  ];
}

function idCard(person: DemoPerson, number: string, expires: string, file: string): Planned[] {
  const side = (fieldName: string, type: DocumentType, name: string, rows: [string, string][]) => ({
    ...pdf(PERSONS_PAGES.identity, fieldName, type, `id-card-${name}-${file}.pdf`, `Identity card, ${name}`, {
      title: `Identity card, ${name}`,
      issuer: 'Federal Authority for Identity',
      date: expires,
      rows,
      text: ['Specimen.'],
    }),
    expiryDate: expires,
  });
  return [
    side('IdentityCard', 'IdCardFront', 'front', [
      ['Name', `${person.firstName} ${person.lastName}`],
      ['Date of birth', person.born],
      ['Nationality', person.nationality],
    ]),
    side('IdentityCardBack', 'IdCardBack', 'back', [
      ['Card number', number],
      ['Valid until', expires],
    ]),
  ];
}

function formW9(person: DemoPerson, taxNumber: string, today: string, file: string): Planned {
  return pdf(PERSONS_PAGES.tax, 'UsTaxForm', 'W9', `w9-${file}.pdf`, 'Form W-9', {
    title: 'Request for taxpayer identification number and certification',
    issuer: 'Form W-9',
    date: today,
    rows: [
      ['Name', person.latin],
      ['Federal tax classification', 'Individual'],
      ['Taxpayer identification number', taxNumber],
    ],
    text: ['Under penalties of perjury, I certify that the number shown on this form is my correct number.'],
  });
}

function signature(page: number, name: string, file: string): Planned {
  return {
    page,
    fieldName: 'Signature',
    documentTypeId: 'ClientAgreement',
    fileName: `signature-${file}.png`,
    description: 'Signature under the declarations',
    contentType: 'image/png',
    expiryDate: null,
    pixels: SIGNATURE_PIXELS,
    make: () => signaturePicture(name),
  };
}

function companysDocuments(company: DemoCompany, today: string): Planned[] {
  const file = company.latin
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/-$/, '');
  const name: [string, string] = ['Company', company.fullName];
  const number: [string, string] = ['Registration number', company.registrationNumber];
  const expires = yearsFrom(today, 1);
  const licence = pdf(
    COMPANYS_DOCUMENTS,
    'LicenceDocument',
    'CompanyLicense',
    `licence-${file}.pdf`,
    'Trade licence',
    {
      title: 'Trade licence',
      issuer: 'Registrar of Companies',
      date: today,
      rows: [
        name,
        number,
        ['Trade name', company.tradingName || '—'],
        ['Established', company.incorporated],
        ['Valid until', expires],
      ],
      text: [`Licensed activity: ${company.description}`],
    },
  );
  const articles = pdf(
    COMPANYS_DOCUMENTS,
    'ConstitutionalDocument',
    'ConstitutionalDocument',
    `articles-${file}.pdf`,
    'Memorandum and articles',
    {
      title: 'Memorandum and articles of association',
      issuer: company.latin,
      date: company.incorporated,
      rows: [name, number, ['Seat', `${company.seat.address}, ${company.seat.city}`]],
      text: [
        `1. The object of the company: ${company.description}`,
        '2. The company is managed by its directors, who represent it jointly.',
        '3. Profit is distributed in proportion to the shares.',
      ],
    },
  );
  const register = pdf(
    COMPANYS_DOCUMENTS,
    'OwnershipEvidence',
    'EvidenceOfOwnerShip',
    `shareholders-${file}.pdf`,
    'Register of shareholders',
    {
      title: 'Register of shareholders',
      issuer: 'Registrar of Companies',
      date: today,
      rows: [
        name,
        number,
        ...company.owners.map((owner): [string, string] => [
          owner.fullName,
          `${owner.ownershipPercent ?? 0} %`,
        ]),
      ],
      text: ['Extract of the register as at the date above.'],
    },
  );
  return [
    { ...licence, expiryDate: expires },
    articles,
    register,
    signature(COMPANYS_DOCUMENTS, company.contact.match(/[a-z]/i) ? company.contact : company.latin, file),
  ];
}

function pdf(
  page: number,
  fieldName: string,
  documentTypeId: DocumentType,
  fileName: string,
  description: string,
  specimen: Specimen,
): Planned {
  const make = () => compilePdf('specimen.typ', specimen);
  return {
    page,
    fieldName,
    documentTypeId,
    fileName,
    description,
    contentType: 'application/pdf',
    expiryDate: null,
    pixels: null,
    make,
  };
}

function yearsFrom(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4).replace('02-29', '02-28')}`;
}

/** The record of a document, but for where its bytes lie. */
export type DemoDocumentRow = Omit<typeof documents.$inferInsert, keyof WrappedKey | 'storageKey'>;

/** The record of a document that a customer has handed in. */
export function documentRow(
  document: DemoDocument,
  submissionId: string,
  id: string,
  uploadedAt: Date,
): DemoDocumentRow & { sha256: string } {
  const { documentTypeId, fileName, description, contentType, expiryDate, pixels, bytes } = document;
  return {
    id,
    submissionId,
    documentTypeId,
    fileName,
    originalFileName: fileName,
    description,
    contentType,
    sizeInBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    expiryDate,
    pageCount: contentType === 'application/pdf' ? 1 : null,
    width: pixels?.width ?? null,
    height: pixels?.height ?? null,
    uploadedAt,
    uploadedBy: 'customer',
  };
}
