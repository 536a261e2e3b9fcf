import type { OperationName } from './operations';

/** What is published of an operation: bodies to send, by what they show, and the whole answer with its envelope. */
export type PublishedSample = { requests?: Record<string, object>; answer?: object };

const submissionId = 'ab98babe-b555-4b79-88bf-967f454df0c0';
const employeeId = '3ea657a9-5a05-46f9-9277-d27f2ccd13ea';
const processed = { version: null, statusCode: 200, messages: ['Processed successfully'] };

/** The published profile; only its outline is published. Contract section 4. */
const profileAnswer = {
  version: null,
  statusCode: 0,
  messages: null,
  result: {
    form: {},
    submission: {},
    answers: [],
    riskAssessment: {},
    riskAssessmentDetail: {},
    documents: [],
  },
};

const added = {
  customerMobileNumber: '',
  employeeId,
  formId: 'ffIn3438-63d4-443a-a4af-2336f58d1112',
  sendEmail: true,
};

/** The samples of the published page, to the letter: the reference page shows them, and the tests send and read them. */
export const publishedSamples = {
  addCustomer: {
    requests: {
      individual: {
        userType: 'IndividualCustomer',
        customerEmail: 'johndoe@yopmail.com',
        ...added,
        individualCustomer: { firstName: 'John', lastName: 'Doe' },
      },
      legalEntity: {
        userType: 'LegalCustomer',
        customerEmail: 'company@yopmail.com',
        ...added,
        legalEntityCustomer: {
          fullName: 'Company Name Ltd',
          registrationNumber: '12345',
          tradingName: 'Trading Name',
        },
      },
    },
    answer: { ...processed, result: { submissionId } },
  },
  setCustomerPassword: { requests: { individual: { userType: 'IndividualCustomer', submissionId } } },
  getEmployees: { answer: { ...processed, result: [{ id: employeeId, name: 'Employee Name' }] } },
  getIndividualProfile: { answer: profileAnswer },
  getLegalProfile: { answer: profileAnswer },
} as const satisfies Partial<Record<OperationName, PublishedSample>>;
