import { referenceAsset } from '@/server/http/reference';

type Context = { params: Promise<{ file: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return referenceAsset((await params).file);
}
