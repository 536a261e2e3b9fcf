import { crc32, deflateSync } from 'node:zlib';

/** A colour, 0 to 255 each. */
type Colour = readonly [red: number, green: number, blue: number];

/** A picture of a few colours, drawn in memory. Colours are named by their place in the palette; 0 is the ground. */
export class Raster {
  readonly #pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    readonly palette: readonly Colour[],
  ) {
    this.#pixels = new Uint8Array(width * height);
  }

  rectangle(x: number, y: number, width: number, height: number, colour: number): void {
    this.#fill(x, y, width, height, () => true, colour);
  }

  /** Everything inside of the rectangle that its largest ellipse covers. */
  ellipse(x: number, y: number, width: number, height: number, colour: number): void {
    const covers = (px: number, py: number) => {
      const dx = (px + 0.5 - width / 2) / (width / 2);
      const dy = (py + 0.5 - height / 2) / (height / 2);
      return dx * dx + dy * dy <= 1;
    };
    this.#fill(x, y, width, height, covers, colour);
  }

  /** Capitals, digits, blanks and `< - . /`; every character is six points wide and eight high, times `scale`. */
  text(words: string, x: number, y: number, scale: number, colour: number): void {
    for (const [index, character] of [...words.toUpperCase()].entries()) {
      const columns = GLYPHS[character] ?? '';
      for (let column = 0; column < columns.length / 2; column += 1) {
        const bits = Number.parseInt(columns.slice(2 * column, 2 * column + 2), 16);
        for (let row = 0; row < 7; row += 1) {
          if ((bits >> row) & 1) {
            this.rectangle(x + (index * 6 + column) * scale, y + row * scale, scale, scale, colour);
          }
        }
      }
    }
  }

  /** The picture as a PNG file (ISO/IEC 15948): eight bits, with a palette. */
  png(): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.set([8, 3, 0, 0, 0], 8);
    const lines = Buffer.alloc((this.width + 1) * this.height);
    for (let y = 0; y < this.height; y += 1) {
      lines.set(this.#pixels.subarray(y * this.width, (y + 1) * this.width), y * (this.width + 1) + 1);
    }
    return Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', header),
      chunk('PLTE', Buffer.from(this.palette.flat())),
      chunk('IDAT', deflateSync(lines)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }

  #fill(
    x: number,
    y: number,
    width: number,
    height: number,
    covers: (px: number, py: number) => boolean,
    colour: number,
  ): void {
    for (let py = 0; py < height; py += 1) {
      for (let px = 0; px < width; px += 1) {
        const isInside = x + px < this.width && y + py < this.height;
        if (isInside && covers(px, py)) this.#pixels[(y + py) * this.width + x + px] = colour;
      }
    }
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** Five columns a character, one byte each, the top point in the lowest bit. */
const GLYPHS: Readonly<Record<string, string>> = {
  '-': '0808080808',
  '.': '0060600000',
  '/': '2010080402',
  '<': '0814224100',
  '0': '3e5149453e',
  '1': '00427f4000',
  '2': '4261514946',
  '3': '2141454b31',
  '4': '1814127f10',
  '5': '2745454539',
  '6': '3c4a494930',
  '7': '0171090503',
  '8': '3649494936',
  '9': '064949291e',
  A: '7e1111117e',
  B: '7f49494936',
  C: '3e41414122',
  D: '7f4141221c',
  E: '7f49494941',
  F: '7f09090901',
  G: '3e4149497a',
  H: '7f0808087f',
  I: '00417f4100',
  J: '2040413f01',
  K: '7f08142241',
  L: '7f40404040',
  M: '7f020c027f',
  N: '7f0408107f',
  O: '3e4141413e',
  P: '7f09090906',
  Q: '3e4151215e',
  R: '7f09192946',
  S: '4649494931',
  T: '01017f0101',
  U: '3f4040403f',
  V: '1f2040201f',
  W: '3f4038403f',
  X: '6314081463',
  Y: '0708700807',
  Z: '6151494543',
};
