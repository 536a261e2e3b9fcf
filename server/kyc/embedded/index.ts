import 'server-only';
import type { KycApi } from '@/lib/kyc/api';
import { addCustomer } from './add-customer';
import { deleteDocuments } from './delete-documents';
import { downloadDocument, listDocuments } from './documents';
import { getFormFields, listForms } from './forms';
import { getEmployees, getLookups } from './lists';
import { withinOwn } from './own';
import type { EngineParts } from './parts';
import { getCustomerDetails, getProfile } from './profiles';
import { downloadReport } from './reports';
import { saveAnswers } from './save-answers';
import { setCustomerPassword } from './set-customer-password';
import { getSubmissionPage } from './submission-page';
import { listSubmissions } from './submissions';
import { submitSubmission } from './submit';
import { uploadDocuments } from './upload-documents';

export { embeddedOffice } from './office';
export type { EngineParts } from './parts';

/** The KYC API on our own database. */
export function embeddedKyc(parts: EngineParts): KycApi {
  return withinOwn({
    addCustomer: addCustomer(parts),
    setCustomerPassword: setCustomerPassword(parts),
    getEmployees: getEmployees(parts),
    getCustomerDetails: getCustomerDetails(parts),
    getIndividualProfile: getProfile(parts, 'IndividualCustomer'),
    getLegalProfile: getProfile(parts, 'LegalCustomer'),
    downloadIndividualProfilePdf: downloadReport(parts, 'IndividualCustomer'),
    downloadLegalProfilePdf: downloadReport(parts, 'LegalCustomer'),
    listForms: listForms(parts),
    getFormFields: getFormFields(parts),
    getLookups: getLookups(),
    listSubmissions: listSubmissions(parts),
    saveAnswers: saveAnswers(parts),
    getSubmissionPage: getSubmissionPage(parts),
    submitSubmission: submitSubmission(parts),
    listDocuments: listDocuments(parts),
    uploadDocuments: uploadDocuments(parts),
    downloadDocument: downloadDocument(parts),
    deleteDocuments: deleteDocuments(parts),
  });
}
