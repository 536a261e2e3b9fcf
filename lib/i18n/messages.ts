import common from './messages/en/common.json';
import customers from './messages/en/customers.json';
import errors from './messages/en/errors.json';
import form from './messages/en/form.json';
import mail from './messages/en/mail.json';
import newCustomer from './messages/en/newCustomer.json';
import reference from './messages/en/reference.json';
import shell from './messages/en/shell.json';

/** English, one file an area. An area's file name is its namespace. */
export const en = { common, customers, errors, form, mail, newCustomer, reference, shell };

/** Every message there is, by area; other languages have the same keys. */
export type Messages = typeof en;
export type Area = keyof Messages;

/** The areas that every page's client components may use; the others are asked for with `ClientMessages`. */
export const clientAreas = ['common', 'errors', 'form', 'shell'] as const satisfies readonly Area[];
