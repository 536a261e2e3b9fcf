import { createHash } from 'node:crypto';
import type { DocumentType } from '@/lib/kyc/contract/lists';
import { compilePdf } from '../../reports/compiler';
import type { documents } from '../schema';
import type { DemoCompany, DemoCustomer, DemoPerson } from './cast';
import { demoId } from './ids';
import { passportPicture } from './passport';

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
  bytes: Uint8Array;
};

type Specimen = { title: string; issuer: string; date: string; rows: [string, string][]; text: string[] };

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
    page: 1,
    fieldName: 'IdentityDocument',
    documentTypeId: 'Passport',
    fileName: `passport-${file}.png`,
    description: 'Data page',
    contentType: 'image/png',
    expiryDate: expires,
    make: () => passportPicture(person, number, expires),
  };
  const proof = pdf(2, 'AddressEvidence', 'ProofofAddress', `utility-bill-${file}.pdf`, 'Electricity bill', {
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
  });
  const funds = pdf(3, '', 'SourceOfFunds', `source-of-funds-${file}.pdf`, 'Confirmation by the bank', {
    title: 'Confirmation of account and origin of funds',
    issuer: 'First Harbour Bank',
    date: today,
    rows: [
      ['Account holder', `${person.firstName} ${person.lastName}`],
      ['Customer since', '2014'],
      ['Average balance', 'AED 640,000'],
    ],
    text: [person.wealth, 'The movements of the last twelve months agree with this description.'],
  });
  return person.income === 'over_2m' ? [passport, proof, funds] : [passport, proof];
}

function companysDocuments(company: DemoCompany, today: string): Planned[] {
  const file = company.latin
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/-$/, '');
  const name: [string, string] = ['Company', company.fullName];
  const number: [string, string] = ['Registration number', company.registrationNumber];
  const expires = yearsFrom(today, 1);
  const licence = pdf(4, 'LicenceDocument', 'CompanyLicense', `licence-${file}.pdf`, 'Trade licence', {
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
  });
  const articles = pdf(
    4,
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
    4,
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
  return [{ ...licence, expiryDate: expires }, articles, register];
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
    make,
  };
}

function yearsFrom(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4).replace('02-29', '02-28')}`;
}

/** The record of a document whose bytes lie in the store under its own id. */
export function documentRow(document: DemoDocument, submissionId: string, id: string, uploadedAt: Date) {
  const { documentTypeId, fileName, description, contentType, expiryDate, bytes } = document;
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
    storageKey: id,
    uploadedAt,
  } satisfies typeof documents.$inferInsert;
}
