import type { Action } from '@/lib/action-result';
import { KYC_STATES, known } from '@/lib/kyc/contract/lists';
import { type Editable, editable } from '@/lib/kyc/editing';
import type { DocumentLine, ProfilePage } from '@/lib/kyc/profile-page';
import type { DocumentInput } from '@/lib/kyc/request-input';

/** What this person may do in the room. */
export type DocumentRights = {
  /** Open and download. */
  read: boolean;
  /** Upload and delete. */
  change: boolean;
  /** Accept, or ask for again. */
  review: boolean;
};

/** What the parts of the room share. */
export type DocumentRoom = {
  submissionId: string;
  rights: DocumentRights;
  profile: Pick<ProfilePage, 'documents' | 'requests'> & {
    kycState: string;
    stale: boolean;
  };
  /** The reader's day, by which a document has expired or not. */
  today: string;
  accept: Action<DocumentInput, { at: string }>;
  onOpen: (documentId: string) => void;
  onAsk: (document: DocumentLine) => void;
  /** Something changed: read the page's data again. */
  onChanged: () => void;
};

/** What documents may be handed in now; the server asks again, and knows what else an answer brought with it. */
export function takenNow({ profile }: Pick<DocumentRoom, 'profile'>): Editable {
  const state = known(KYC_STATES, profile.kycState);
  return state === undefined || profile.stale
    ? { kind: 'nothing' }
    : editable(state, openOf(profile.requests));
}

/** Whether a document may be deleted now: what compliance has seen stays. */
export function mayDelete(room: DocumentRoom, { type, uploadedAt }: DocumentLine): boolean {
  const taken = takenNow(room);
  if (!room.rights.change || taken.kind === 'nothing') return false;
  if (taken.kind === 'all') return true;
  const since = Math.min(...openOf(room.profile.requests).map(({ requestedAt }) => Date.parse(requestedAt)));
  return taken.documentTypeIds.includes(type) && uploadedAt !== null && Date.parse(uploadedAt) >= since;
}

const openOf = (requests: ProfilePage['requests']) => requests.filter(({ state }) => state === 'open');
