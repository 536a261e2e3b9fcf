import {
  FILES_LIMIT,
  type UploadDetails,
  type UploadPart,
  type UploadPartName,
  uploadDetails,
  uploadPartPath,
} from '@/lib/kyc/contract/documents';
import { badField, type FieldFault, KycError } from '@/lib/kyc/contract/errors';
import { parseParams } from '@/lib/kyc/contract/parse';
import type { DocumentVault, ReceivedFile } from '../../documents/vault';

/** One document of an upload: what was told of it, its stored file, and how its parts are named to the sender. */
export type IncomingDocument = {
  details: UploadDetails;
  file: ReceivedFile;
  pathOf: (name: UploadPartName) => string;
};

/** An upload while it is read. `stored` are the files that are in the store so far, also when `documents` rejects. */
export type Upload = { documents: Promise<IncomingDocument[]>; stored: readonly string[] };

/**
 * Reads an upload's parts to their end, storing each file as it comes. `begin` runs before the first part is taken and may refuse.
 * Rejects with all that is wrong with the texts at once, or with what is wrong with the first bad file.
 */
export function readUpload(
  parts: AsyncIterable<UploadPart>,
  vault: Pick<DocumentVault, 'receive'>,
  begin: () => Promise<void>,
): Upload {
  const stored: string[] = [];
  return { stored, documents: read(parts, vault, begin, stored) };
}

type Draft = {
  texts: Partial<Record<keyof UploadDetails, string>>;
  file?: ReceivedFile;
  hasContent: boolean;
};

async function read(
  parts: AsyncIterable<UploadPart>,
  vault: Pick<DocumentVault, 'receive'>,
  begin: () => Promise<void>,
  stored: string[],
): Promise<IncomingDocument[]> {
  const drafts = new Map<number | null, Draft>();
  const faults: FieldFault[] = [];
  let begun = false;
  for await (const part of parts) {
    if (!begun) await begin();
    begun = true;
    const draft = drafts.get(part.file) ?? { texts: {}, hasContent: false };
    drafts.set(part.file, draft);
    if (part.kind === 'detail') {
      faults.push(...faultsOf(part.file, part.name, part.value));
      draft.texts[part.name] = part.value;
    } else {
      draft.hasContent = true;
      // A file of an upload that is refused already need not be stored; its parts are read on for what else is wrong.
      if (faults.length === 0) {
        draft.file = await receive(vault, part.content, uploadPartPath(part.file, 'fileContent'));
        stored.push(draft.file.storageKey);
      }
    }
  }
  if (drafts.size === 0) throw badField('body', 'has no parts');
  return complete(drafts, faults);
}

/** What is wrong with one text. An optional one that is empty counts as not given, as forms send it. */
function faultsOf(file: number | null, name: keyof UploadDetails, value: string): FieldFault[] {
  if (isLeftOut(name, value)) return [];
  const parsed = uploadDetails.shape[name].safeParse(value, parseParams);
  const path = uploadPartPath(file, name);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => ({ path, message }));
}

function isLeftOut(name: keyof UploadDetails, value: string): boolean {
  return value === '' && name !== 'originalFileName';
}

/** Stores a file; what is wrong with it is told of its part. */
async function receive(
  vault: Pick<DocumentVault, 'receive'>,
  content: AsyncIterable<Uint8Array>,
  path: string,
): Promise<ReceivedFile> {
  try {
    return await vault.receive(content);
  } catch (error) {
    if (!(error instanceof KycError) || error.fields.length > 0 || error.code >= 500) throw error;
    throw new KycError(error.code, { fields: [{ path, message: error.message }], cause: error });
  }
}

/** The documents in their order, or the refusal with every fault. */
function complete(drafts: ReadonlyMap<number | null, Draft>, faults: FieldFault[]): IncomingDocument[] {
  const numbers = drafts.has(null) ? [null] : [...Array(1 + Math.max(...numbersOf(drafts))).keys()];
  if (numbers.length > FILES_LIMIT) throw badField('documents', `must be at most ${FILES_LIMIT}`);
  const documents = numbers.flatMap((number): IncomingDocument[] => {
    const pathOf = (name: UploadPartName) => uploadPartPath(number, name);
    const { texts, file, hasContent }: Draft = drafts.get(number) ?? { texts: {}, hasContent: false };
    if (texts.originalFileName === undefined)
      faults.push({ path: pathOf('originalFileName'), message: 'is required' });
    if (!hasContent) faults.push({ path: pathOf('fileContent'), message: 'is required' });
    if (file === undefined || faults.length > 0) return [];
    const given = Object.entries(texts).filter(
      ([name, value]) => !isLeftOut(name as keyof UploadDetails, value),
    );
    return [{ details: uploadDetails.parse(Object.fromEntries(given)), file, pathOf }];
  });
  if (faults.length > 0) throw new KycError(400, { fields: faults });
  return documents;
}

function numbersOf(drafts: ReadonlyMap<number | null, Draft>): number[] {
  return [...drafts.keys()].flatMap((number) => number ?? []);
}
