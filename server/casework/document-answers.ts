import 'server-only';
import type { Preview } from '../documents/preview';

/**
 * What a preview draws, as an answer: whoever made it may be hostile, so it runs nothing, loads nothing, is taken for no other kind of
 * content and is kept by no cache. It has no name, so that nothing in the answer comes from the uploader but the picture.
 */
export function previewAnswer({ contentType, content }: Preview): Response {
  return new Response(content, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}
