import { FATF_FEBRUARY_2026 } from './country-lists';
import type { RiskModel } from './model';

/**
 * The first model. Its factors are the usual ones (FATF Recommendations 10 and 12 with their interpretive notes; EU AMLR,
 * annexes II and III); its weights, scores and thresholds are defaults that a firm's counsel decides.
 */
export const BASELINE_1: RiskModel = {
  id: 'baseline',
  version: 1,
  notKnownScore: 50,
  countryLists: FATF_FEBRUARY_2026,
  factors: [
    {
      id: 'geography',
      name: 'Countries',
      category: 'Geography',
      percent: { IndividualCustomer: 25, LegalCustomer: 20 },
      measure: {
        kind: 'countries',
        fields: {
          IndividualCustomer: ['Nationality', 'ResidenceCountry', 'TaxResidence'],
          LegalCustomer: [
            'IncorporationCountry',
            'RegisteredAddress',
            'OperatingCountry',
            'BeneficialOwners',
          ],
        },
        otherwise: 15,
      },
    },
    {
      id: 'customer-kind',
      name: 'Kind of customer',
      category: 'Customer',
      percent: { IndividualCustomer: 5, LegalCustomer: 5 },
      measure: { kind: 'userType', scores: { IndividualCustomer: 20, LegalCustomer: 45 } },
    },
    {
      id: 'channel',
      name: 'How we deal with the customer',
      category: 'Channel',
      percent: { IndividualCustomer: 10, LegalCustomer: 10 },
      measure: {
        kind: 'fixed',
        value: 'Remote',
        score: 60,
        explanation:
          'The customer is onboarded remotely, without meeting in person, which makes it harder to be sure of the identity.',
      },
    },
    {
      id: 'activity',
      name: 'Occupation or business',
      category: 'Activity',
      percent: { IndividualCustomer: 15, LegalCustomer: 15 },
      measure: {
        kind: 'options',
        field: { IndividualCustomer: 'Occupation', LegalCustomer: 'BusinessActivity' },
        scores: {
          employee: 10,
          student: 15,
          retired: 10,
          homemaker: 15,
          public_servant: 20,
          professional: 20,
          executive: 30,
          self_employed: 35,
          manufacturing: 20,
          technology: 15,
          healthcare: 15,
          consulting: 25,
          retail: 35,
          logistics: 40,
          construction: 50,
          real_estate: 60,
          import_export: 60,
          charity: 65,
          investment_holding: 55,
          money_services: 80,
          precious_metals: 80,
          gambling: 85,
          virtual_assets: 85,
          arms: 95,
        },
      },
    },
    {
      id: 'funds',
      name: 'Source of funds',
      category: 'Funds',
      percent: { IndividualCustomer: 15, LegalCustomer: 10 },
      measure: {
        kind: 'options',
        field: { IndividualCustomer: 'SourceOfFunds', LegalCustomer: 'SourceOfFunds' },
        scores: {
          salary: 10,
          pension: 10,
          savings: 20,
          trading_revenue: 25,
          investments: 30,
          loan: 30,
          business_income: 40,
          capital: 40,
          property_sale: 40,
          inheritance: 45,
          gift: 55,
          virtual_assets: 75,
          cash_business: 85,
        },
      },
    },
    {
      id: 'pep',
      name: 'Political exposure',
      category: 'Customer',
      percent: { IndividualCustomer: 20, LegalCustomer: 10 },
      measure: {
        kind: 'pep',
        declaration: 'PoliticallyExposed',
        scores: { no: 0, associate: 80, yes: 100 },
        people: ['BeneficialOwners', 'Directors'],
        personScore: 100,
      },
    },
    {
      id: 'ownership',
      name: 'Ownership',
      category: 'Ownership',
      percent: { LegalCustomer: 20 },
      measure: {
        kind: 'ownership',
        structure: 'OwnershipStructure',
        scores: { listed: 5, direct: 10, one_layer: 30, several_layers: 60, trust: 75, nominee: 85 },
        owners: 'BeneficialOwners',
        namedShare: [
          { from: 75, score: 10 },
          { from: 50, score: 45 },
          { from: 0, score: 80 },
        ],
      },
    },
    {
      id: 'documents',
      name: 'Documents at hand',
      category: 'Documents',
      percent: { IndividualCustomer: 10, LegalCustomer: 10 },
      measure: {
        kind: 'documents',
        groups: {
          IndividualCustomer: [
            { name: 'identity document', anyOf: ['Passport', 'IdCardFront'] },
            { name: 'proof of address', anyOf: ['ProofofAddress'] },
          ],
          LegalCustomer: [
            { name: 'company licence', anyOf: ['CompanyLicense'] },
            { name: 'constitutional document', anyOf: ['ConstitutionalDocument'] },
            { name: 'evidence of ownership', anyOf: ['EvidenceOfOwnerShip'] },
          ],
        },
      },
    },
  ],
  thresholds: [
    { riskLevelId: 'Low', from: 0, to: 30 },
    { riskLevelId: 'Medium', from: 30, to: 60 },
    { riskLevelId: 'High', from: 60, to: 100 },
  ],
  floors: [
    {
      id: 'pep-is-high',
      level: 'High',
      when: { kind: 'factor', factor: 'pep', atLeast: 80 },
      explanation:
        'A politically exposed person, a family member or a close associate is involved: at least high, with enhanced due diligence (FATF R.12).',
    },
    {
      id: 'call-for-action-is-high',
      level: 'High',
      when: { kind: 'factor', factor: 'geography', atLeast: 100 },
      explanation: 'A country is subject to a call for action by the FATF: at least high (FATF R.19).',
    },
    {
      id: 'increased-monitoring-is-medium',
      level: 'Medium',
      when: { kind: 'factor', factor: 'geography', atLeast: 70 },
      explanation: 'A country is under increased monitoring by the FATF: at least medium.',
    },
    {
      id: 'opaque-ownership-is-medium',
      level: 'Medium',
      when: { kind: 'factor', factor: 'ownership', atLeast: 75 },
      explanation: 'It is not plain who stands behind the company: at least medium.',
    },
    {
      id: 'several-high-factors',
      level: 'High',
      when: { kind: 'several', count: 2, atLeast: 70 },
      explanation: 'Two or more factors score 70 or more: together they count as high.',
    },
  ],
  reviewMonths: { High: 12, Medium: 24, Low: 36 },
};
