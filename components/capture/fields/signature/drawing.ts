/** Black on white whatever the theme: the picture is read on paper and by others. Not colours of the interface. */
export const PAPER = 'rgb(255, 255, 255)';
export const INK = 'rgb(0, 0, 0)';

/** Faces that look written by hand, of the systems people have; the last word is the browser's. */
const SCRIPT =
  '"Snell Roundhand", "Segoe Script", "Apple Chancery", "URW Chancery L", "Brush Script MT", cursive';

/** The size of a typed signature's picture in pixels: sharp in print at the height of a line. */
const WIDTH = 1200;
const HEIGHT = 360;
const MARGIN = 60;

/** Writes a name as a signature, as large as fits, into a canvas. */
export function writeName(canvas: HTMLCanvasElement, name: string): void {
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = INK;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const font = (size: number) => `italic ${size}px ${SCRIPT}`;
  pen.font = font(100);
  const size = fittingSize(pen.measureText(name).width, 100);
  pen.font = font(size);
  pen.fillText(name, WIDTH / 2, HEIGHT / 2);
}

/** The size at which a text that is `width` wide at `at` fits the picture. */
export function fittingSize(width: number, at: number): number {
  const fitting = width > 0 ? (at * (WIDTH - 2 * MARGIN)) / width : at;
  return Math.floor(Math.min(fitting, HEIGHT * 0.45));
}

/** The canvas as a PNG file. */
export function pictureOf(canvas: HTMLCanvasElement, name: string): Promise<File> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((picture) => {
      if (picture) resolve(new File([picture], name, { type: 'image/png' }));
      else reject(new Error('the browser made no picture of the signature'));
    }, 'image/png');
  });
}
