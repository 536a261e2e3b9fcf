import type { CountryList } from './model';

/**
 * The FATF's two lists as of its plenary of 11 to 13 February 2026. Defaults: the FATF revises them three times a year, and
 * a firm's counsel decides which lists count. A newer list is a new version of the model.
 */
export const FATF_FEBRUARY_2026: readonly CountryList[] = [
  {
    id: 'fatf-call-for-action',
    says: 'subject to a call for action by the FATF',
    score: 100,
    source: 'FATF, High-Risk Jurisdictions subject to a Call for Action',
    publishedOn: '2026-02-13',
    countries: ['IR', 'KP', 'MM'],
  },
  {
    id: 'fatf-increased-monitoring',
    says: 'under increased monitoring by the FATF',
    score: 70,
    source: 'FATF, Jurisdictions under Increased Monitoring',
    publishedOn: '2026-02-13',
    countries: [
      'AO',
      'BG',
      'BO',
      'CD',
      'CI',
      'CM',
      'DZ',
      'HT',
      'KE',
      'KW',
      'LA',
      'LB',
      'MC',
      'NA',
      'NP',
      'PG',
      'SS',
      'SY',
      'VE',
      'VG',
      'VN',
      'YE',
    ],
  },
];
