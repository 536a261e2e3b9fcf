import activity from './messages/en/activity.json';
import audit from './messages/en/audit.json';
import auth from './messages/en/auth.json';
import capture from './messages/en/capture.json';
import captureFields from './messages/en/captureFields.json';
import caseSettings from './messages/en/caseSettings.json';
import common from './messages/en/common.json';
import customers from './messages/en/customers.json';
import dashboard from './messages/en/dashboard.json';
import decisions from './messages/en/decisions.json';
import documents from './messages/en/documents.json';
import employees from './messages/en/employees.json';
import errors from './messages/en/errors.json';
import form from './messages/en/form.json';
import fourEyes from './messages/en/fourEyes.json';
import jobs from './messages/en/jobs.json';
import kyc from './messages/en/kyc.json';
import mail from './messages/en/mail.json';
import nav from './messages/en/nav.json';
import newCustomer from './messages/en/newCustomer.json';
import notes from './messages/en/notes.json';
import outbox from './messages/en/outbox.json';
import portal from './messages/en/portal.json';
import profile from './messages/en/profile.json';
import queue from './messages/en/queue.json';
import reasons from './messages/en/reasons.json';
import reference from './messages/en/reference.json';
import requests from './messages/en/requests.json';
import reviews from './messages/en/reviews.json';
import riskModel from './messages/en/riskModel.json';
import setPassword from './messages/en/setPassword.json';
import shell from './messages/en/shell.json';
import users from './messages/en/users.json';
import versions from './messages/en/versions.json';
import whatIf from './messages/en/whatIf.json';

/** English, one file an area. An area's file name is its namespace. */
export const en = {
  activity,
  audit,
  auth,
  capture,
  captureFields,
  caseSettings,
  common,
  customers,
  dashboard,
  decisions,
  documents,
  employees,
  errors,
  form,
  fourEyes,
  jobs,
  kyc,
  mail,
  nav,
  newCustomer,
  notes,
  outbox,
  portal,
  profile,
  reasons,
  queue,
  reference,
  requests,
  reviews,
  riskModel,
  setPassword,
  shell,
  users,
  versions,
  whatIf,
};

/** Every message there is, by area; other languages have the same keys. */
export type Messages = typeof en;
export type Area = keyof Messages;

/** The areas that every page's client components may use; the others are asked for with `ClientMessages`. */
export const clientAreas = ['common', 'errors', 'form', 'shell'] as const satisfies readonly Area[];
