import { pdfPart } from '@/server/http/pdf-parts';

type Context = { params: Promise<{ kind: string; file: string }> };

/** What the reader of PDF previews fetches: open to all, since it is part of a public library. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { kind, file } = await params;
  return pdfPart(kind, file);
}
