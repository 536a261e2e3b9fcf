import * as z from 'zod';
import { addCustomerInput } from './contract/customers';

/** What the browser sends to create a customer: the contract's body, and a key under which a repeat makes no second one. */
export const newCustomerInput = z.object({ customer: addCustomerInput, attempt: z.uuid() });
export type NewCustomerInput = z.input<typeof newCustomerInput>;

/** What the page says after creating. */
export type CreatedCustomer = {
  submissionId: string;
  /** Whether the reader may open the new customer: not when it was given to a colleague. */
  mayOpen: boolean;
  /** `unknown`: somebody else's server sends the mail and does not tell. */
  welcomeMail: 'queued' | 'notWanted' | 'unknown';
};
