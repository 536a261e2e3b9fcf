import type { RiskModel } from '@/lib/risk/model';
import { FILE_TOO_LARGE, MODEL_FILE_LIMIT, type ReadModel, readModelFile } from '@/lib/risk/model-file';

/** A file that was chosen, and what it says; `text` is empty of one that is too large to be read. */
export type ChosenFile = { name: string; text: string; read: ReadModel };

/** Reads a file as the server will; one that is too large is not read at all. */
export async function readChosen(
  file: Pick<File, 'name' | 'size' | 'text'>,
  own: Pick<RiskModel, 'id' | 'version'>,
): Promise<ChosenFile> {
  const { name } = file;
  if (file.size > MODEL_FILE_LIMIT) {
    return { name, text: '', read: { model: null, faults: [{ path: 'the file', message: FILE_TOO_LARGE }] } };
  }
  const text = await file.text().catch(() => '');
  return { name, text, read: readModelFile(text, own) };
}
