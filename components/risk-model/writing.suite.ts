import { type RiskModel, riskModel } from '@/lib/risk/model';

/** A small model that breaks no rule: two factors, a list that one of them asks about, and a rule of each kind. */
export function aModel(): RiskModel {
  return riskModel.parse({
    id: 'small',
    version: 3,
    name: 'Small',
    basis: 'Made up.',
    notKnownScore: 50,
    countryLists: [
      {
        id: 'watched',
        name: 'Watched',
        says: 'watched',
        source: 'A gazette',
        publishedOn: '2026-02-13',
        countries: ['LB'],
      },
      {
        id: 'unused',
        name: 'Unused',
        says: 'on no mind',
        source: 'A gazette',
        publishedOn: '2026-02-13',
        countries: [],
      },
    ],
    factors: [
      {
        id: 'geography',
        name: 'Countries',
        category: 'Geography',
        percent: { IndividualCustomer: 60, LegalCustomer: 100 },
        table: {
          facts: ['countries'],
          hitPolicy: 'highest',
          rows: [
            {
              id: 'watched',
              conditions: { countries: { kind: 'onList', lists: ['watched'] } },
              score: 90,
              explanation: 'Watched.',
            },
          ],
          otherwise: { id: 'others', score: 10, explanation: 'Not watched.' },
        },
      },
      {
        id: 'work',
        name: 'Work',
        category: 'Activity',
        percent: { IndividualCustomer: 40 },
        table: {
          facts: ['occupation', 'usPerson'],
          hitPolicy: 'first',
          rows: [
            {
              id: 'student',
              conditions: {
                occupation: { kind: 'oneOf', values: ['student'] },
                usPerson: { kind: 'is', value: false },
              },
              score: 20,
              explanation: 'A student.',
            },
            {
              id: 'us',
              conditions: { usPerson: { kind: 'is', value: true } },
              score: 60,
              explanation: 'A US person.',
            },
          ],
          otherwise: null,
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
        id: 'watched-is-high',
        level: 'High',
        when: { kind: 'row', factor: 'geography', rows: ['watched', 'others'] },
        explanation: 'Watched: high.',
      },
      {
        id: 'work-is-medium',
        level: 'Medium',
        when: { kind: 'factor', factor: 'work', atLeast: 60 },
        explanation: 'Work: medium.',
      },
      {
        id: 'taxed',
        level: 'High',
        when: {
          kind: 'fact',
          fact: 'taxCountries',
          condition: { kind: 'onList', lists: ['watched'] },
        },
        explanation: 'Taxed where it is watched: high.',
      },
    ],
  });
}
