import { Raster } from './raster';

export const SIGNATURE_PIXELS = { width: 480, height: 160 } as const;

const PAPER_AND_INK = [
  [255, 255, 255],
  [24, 38, 92],
] as const;
const INK = 1;
/** Points of the pen's way for each letter, and the pen's width in pixels. */
const STEPS = 60;
const PEN = 4;

/** A picture of a signature: a line that swings once for each letter of the name, as high as the letter's place in the alphabet. */
export function signaturePicture(name: string): Buffer {
  const { width, height } = SIGNATURE_PIXELS;
  const picture = new Raster(width, height, PAPER_AND_INK);
  const letters = [...name.toLowerCase()].filter((letter) => /[a-z]/.test(letter)).slice(0, 16);
  const stride = (width - 60) / letters.length;
  for (const [index, letter] of letters.entries()) {
    const swing = 8 + (letter.charCodeAt(0) - 97) * (index === 0 ? 2 : 1.2);
    for (let step = 0; step < STEPS; step += 1) {
      const turn = (2 * Math.PI * step) / STEPS;
      const x = 30 + stride * (index + step / STEPS) + (stride / 3) * Math.sin(turn);
      const y = height / 2 + 20 - (swing / 2) * (1 - Math.cos(turn));
      picture.ellipse(Math.round(x), Math.round(y), PEN, PEN, INK);
    }
  }
  return picture.png();
}
