import { KycError } from '@/lib/kyc/contract/errors';
import { parseInput } from '@/lib/kyc/contract/parse';
import { whatIfInput } from '@/lib/kyc/what-if-input';
import { type StaffRequest, staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';
import { readJsonBody } from '@/server/http/body';
import { kycOffice } from '@/server/kyc';

type Params = { submissionId: string };

/** The questions of a customer's form that may be changed on paper, with the answers as they are. */
export const GET = staffRoute<Params>({
  permission: 'risk:what-if',
  handler: async (asked) => {
    const { desk, office, customer } = await paperDesk(asked);
    return desk.paperForm(office, asked.call, customer);
  },
});

/** What changed answers would make of a customer's risk. Nothing is saved; the answers come in the body, never in a URL or a log. */
export const POST = staffRoute<Params>({
  permission: 'risk:what-if',
  handler: async (asked) => {
    const { office, customer } = await paperDesk(asked);
    const input = parseInput(whatIfInput, await readJsonBody(asked.request));
    return office.whatIf(asked.call, customer.submissionId, input);
  },
});

/** The customer within the reader's scope; a 404 as well in front of somebody else's server, which cannot be asked. */
async function paperDesk({ session, params }: StaffRequest<Params>) {
  const desk = await caseDesk(session);
  const customer = await desk.get(params.submissionId);
  const office = await kycOffice();
  if (office === undefined) throw new KycError(404);
  return { desk, office, customer };
}
