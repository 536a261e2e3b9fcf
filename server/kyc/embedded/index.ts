import 'server-only';
import type { KycApi } from '@/lib/kyc/api';
import { addCustomer } from './add-customer';
import { listDocuments } from './documents';
import { getFormFields, listForms } from './forms';
import { getEmployees, getLookups } from './lists';
import type { EngineParts } from './parts';
import { getCustomerDetails, getProfile } from './profiles';
import { downloadReport } from './reports';
import { setCustomerPassword } from './set-customer-password';

export { embeddedOffice } from './office';
export type { EngineParts } from './parts';

/** The KYC API on our own database. */
export function embeddedKyc(parts: EngineParts): KycApi {
  return {
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
    listDocuments: listDocuments(parts),
  };
}
