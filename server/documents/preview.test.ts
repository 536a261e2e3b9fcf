import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { ContentType } from '@/lib/kyc/contract/documents';
import { previewOf } from './preview';
import { pdfOf, pictureOf, tiffOf } from './samples.suite';
import { bytesOf } from './streams';

// The product itself never reads what it draws.
sharp.unblock({ operation: ['VipsForeignLoadWebpBuffer'] });

const preview = async (type: ContentType, bytes: Uint8Array, wanted?: { page?: number; width?: number }) => {
  const { contentType, content } = await previewOf(type, new Blob([new Uint8Array(bytes)]).stream(), wanted);
  return { contentType, bytes: content instanceof Uint8Array ? content : await bytesOf(content) };
};

test('an image is drawn anew, upright, without where and with what it was taken', async () => {
  const original = await pictureOf('jpeg', { sideways: true });
  expect(original.includes('A telling camera')).toBe(true);
  const { contentType, bytes } = await preview('image/jpeg', original);
  expect(contentType).toBe('image/webp');
  const { exif, xmp, icc, orientation, width, height } = await sharp(bytes).metadata();
  expect({ exif, xmp, icc, orientation, width, height }).toEqual({ width: 160, height: 240 });
  expect(Buffer.from(bytes).includes('A telling camera')).toBe(false);
});

test('a large image is shown at the width that is asked for, a small one as it is', async () => {
  const large = await pictureOf('png', { width: 4_000, height: 1_000 });
  const sizeOf = async (bytes: Uint8Array, width?: number) => {
    const drawn = await sharp(
      (await preview('image/png', bytes, width === undefined ? {} : { width })).bytes,
    ).metadata();
    return [drawn.width, drawn.height];
  };
  expect(await sizeOf(large)).toEqual([1_600, 400]);
  expect(await sizeOf(large, 200)).toEqual([200, 50]);
  expect(await sizeOf(large, 1_000_000)).toEqual([3_200, 800]);
  expect(await sizeOf(await pictureOf('png'), 1_000)).toEqual([240, 160]);
});

test('a page of a TIFF is chosen, and one that is not there is not found', async () => {
  const shades = [0, 120, 240];
  for (const [at, shade] of shades.entries()) {
    const { bytes } = await preview('image/tiff', tiffOf(shades), { page: at + 1 });
    const [red = -1] = await sharp(bytes).raw().toBuffer();
    expect(Math.abs(red - shade)).toBeLessThan(4);
  }
  for (const page of [0, 4, 1.5, -1, Number.NaN]) {
    await expect(preview('image/tiff', tiffOf(shades), { page })).rejects.toMatchObject({ code: 404 });
  }
  await expect(preview('image/png', await pictureOf('png'), { page: 2 })).rejects.toMatchObject({
    code: 404,
  });
});

test('what does not decode is refused in our words', async () => {
  const half = (await pictureOf('png')).subarray(0, 9_000);
  await expect(preview('image/png', half)).rejects.toMatchObject({
    code: 400,
    message: expect.stringContaining('damaged'),
  });
});

test('a PDF passes as it is', async () => {
  const pdf = pdfOf({ pages: 2 });
  const { contentType, bytes } = await preview('application/pdf', pdf);
  expect(contentType).toBe('application/pdf');
  expect(Buffer.from(bytes).equals(pdf)).toBe(true);
});
