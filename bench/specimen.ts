import { randomBytes } from 'node:crypto';

/** A PDF of one page and of exactly `size` bytes, whose bulk is a stream of noise, as a scan's picture would be. */
export function specimenPdf(size: number): Uint8Array<ArrayBuffer> {
  // What stands around the noise depends on the noise's length only by the number of digits, so a second try fits.
  const frame = build(size).length - size;
  const pdf = build(size - frame);
  if (pdf.length !== size) throw new Error(`the specimen has ${pdf.length} bytes instead of ${size}`);
  return pdf;
}

function build(noise: number): Uint8Array<ArrayBuffer> {
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>'),
    Buffer.concat([
      Buffer.from(`<< /Length ${String(noise).padStart(10, '0')} >>\nstream\n`),
      randomBytes(noise),
      Buffer.from('\nendstream'),
    ]),
  ];
  const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const starts: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    starts.push(at);
    parts.push(part);
    at += part.length;
  }
  const line = (start: number) => `${String(start).padStart(10, '0')} 00000 n \n`;
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.map(line).join('')}` +
        `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${String(at).padStart(10, '0')}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
