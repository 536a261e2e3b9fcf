import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { paths } from '@/lib/paths';
import { isDrawn } from './fixtures/capture';
import { type Case, CaseApi } from './fixtures/cases';
import { type PickedFile, pdfFile, pictureFile } from './fixtures/files';
import { openLine } from './fixtures/line';
import { expect, test } from './fixtures/test';

const MIB = 1024 ** 2;

/** What the archive says of a file. */
type ManifestLine = { file: string; sha256: string; sizeInBytes: number; type: string; current: boolean };

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A picture of so many bytes that a line is never through with it at once: about 16 MiB of grain. */
async function heavyPicture(name: string): Promise<PickedFile> {
  const size = { width: 2400, height: 2400 };
  const grain = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const image = sharp({ create: { ...size, channels: 3, background: '#808080', noise: grain } });
  return { name, mimeType: 'image/png', buffer: await image.png({ compressionLevel: 0 }).toBuffer() };
}

/** Opens the place for uploads on a customer's page. */
async function openAdding(page: Page, { submissionId }: Case): Promise<Locator> {
  await page.goto(paths.customer(submissionId));
  await page
    .getByRole('region', { name: 'Documents' })
    .getByRole('button', { name: 'Add', exact: true })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Add documents' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Picks files and says what each one is. */
async function pick(page: Page, dialog: Locator, files: readonly (readonly [PickedFile, type: string])[]) {
  const picking = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose files' }).click();
  await (await picking).setFiles(files.map(([file]) => file));
  for (const [file, type] of files) {
    const entry = dialog.getByRole('listitem').filter({ hasText: file.name });
    await entry.getByLabel('Type of document').selectOption(type);
  }
}

/** A file's line, from when it is sent. */
const lineOf = (dialog: Locator, name: string) => dialog.getByRole('listitem').filter({ hasText: name });

/** A type's entry among a customer's documents. */
const entryOf = (page: Page, type: string) =>
  page
    .getByRole('region', { name: 'Documents' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: type }) });

test.describe('uploading', () => {
  test.use({ expectedConsole: [/status of (400|415)/] });

  test('several files at once: each says how far it is and how it ended, and why where it was refused', async ({
    asStaff,
    product,
    request,
  }) => {
    const api = await CaseApi.open(request);
    const person = await api.addPerson('Several', 'Files');
    const line = await openLine(product);
    const rm = await asStaff('rm', line.product);
    const dialog = await openAdding(rm, person);
    const heavy = await heavyPicture('card-front.png');
    const text = { name: 'not-really.pdf', mimeType: 'application/pdf', buffer: Buffer.from('plain words') };
    await pick(rm, dialog, [
      [heavy, 'IdCardFront'],
      [pdfFile('bill.pdf', ['A bill']), 'ProofofAddress'],
      [text, 'W9'],
      [await heavyPicture('card-back.png'), 'IdCardBack'],
    ]);
    line.holdAfter(MIB);
    await dialog.getByRole('button', { name: 'Upload 4 files' }).click();

    const front = lineOf(dialog, 'card-front.png');
    const back = lineOf(dialog, 'card-back.png');
    await expect(lineOf(dialog, 'bill.pdf').getByText('Stored', { exact: true })).toBeVisible();
    await expect(lineOf(dialog, 'not-really.pdf').getByText('Not taken')).toBeVisible();
    await expect(lineOf(dialog, 'not-really.pdf')).toContainText('PDF');
    for (const moving of [front, back]) {
      await expect(moving.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]\d?$/);
      await expect(moving.getByText('Stored', { exact: true })).toHaveCount(0);
    }
    await back.getByRole('button', { name: 'Cancel the upload of card-back.png' }).click();
    await expect(back.getByText('Cancelled, not attached')).toBeVisible();
    line.mend();
    await expect(front.getByText('Stored', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();

    await expect(entryOf(rm, 'Identity card, front')).toContainText('2400 × 2400 px');
    await expect(entryOf(rm, 'Identity card, front')).toContainText('by Rania Haddad');
    await expect(entryOf(rm, 'Identity card, back')).toHaveCount(0);
    const stored = await api.documents(person.submissionId);
    expect(stored.map(({ fileName }) => fileName).toSorted()).toEqual(['bill.pdf', 'card-front.png']);
    const kept = stored.find(({ fileName }) => fileName === 'card-front.png');
    expect(kept?.shA256Hash).toBe(sha256(heavy.buffer));
    expect(sha256(await api.download(person.submissionId, kept?.id ?? ''))).toBe(sha256(heavy.buffer));
    // Nothing of the page is on the line then.
    await rm.close();
    await line.close();
  });
});

test.describe('a line that is cut in the middle of an upload', () => {
  test.use({ expectedConsole: [/ERR_(CONNECTION_RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|FAILED)/] });

  test('leaves no file that looks attached, and another try sends it', async ({
    asStaff,
    product,
    request,
  }) => {
    const api = await CaseApi.open(request);
    const person = await api.addPerson('Cut', 'Line');
    const line = await openLine(product);
    const rm = await asStaff('rm', line.product);
    const dialog = await openAdding(rm, person);
    const file = await heavyPicture('contract.png');
    await pick(rm, dialog, [[file, 'SourceOfFunds']]);
    line.cutAfter(4 * MIB);
    await dialog.getByRole('button', { name: 'Upload 1 file' }).click();
    const entry = lineOf(dialog, 'contract.png');
    await expect(entry.getByText(/^Not sent: the connection broke/)).toBeVisible();
    expect(await api.documents(person.submissionId)).toEqual([]);
    const beside = await asStaff('rm');
    await beside.goto(paths.customer(person.submissionId));
    await expect(beside.getByText('No documents yet')).toBeVisible();

    line.mend();
    await entry.getByRole('button', { name: 'Try again' }).click();
    await expect(entry.getByText('Stored', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(entryOf(rm, 'Source of funds')).toContainText('contract.png');
    const [stored] = await api.documents(person.submissionId);
    expect(stored?.shA256Hash).toBe(sha256(file.buffer));
    // Nothing of the page is on the line then.
    await rm.close();
    await line.close();
  });
});

test('a document is looked at page by page, larger and turned, and a newer version replaces it', async ({
  asStaff,
  request,
}) => {
  const api = await CaseApi.open(request);
  const person = await api.addPerson('Looked', 'At');
  const { submissionId } = person;
  await api.upload(submissionId, 'Passport', await pictureFile('passport.jpg'));
  await api.upload(submissionId, 'ProofofAddress', pdfFile('tenancy.pdf', ['First', 'Second', 'Third']));
  const rm = await asStaff('rm');
  await rm.goto(paths.customer(submissionId));

  const pdf = rm.getByRole('region', { name: /^Proof of address, version/ });
  const canvas = pdf.locator('canvas');
  await test.step('pages', async () => {
    await rm.getByRole('button', { name: 'View: Proof of address' }).click();
    await expect.poll(() => isDrawn(canvas)).toBe(true);
    await expect(pdf.getByText('1 / 3')).toBeVisible();
    await expect(pdf.getByText('First', { exact: true })).toBeAttached();
    await rm.keyboard.press('PageDown');
    await rm.keyboard.press('ArrowRight');
    await expect(pdf.getByText('3 / 3')).toBeVisible();
    await expect(pdf.getByText('Third', { exact: true })).toBeAttached();
    await rm.keyboard.press('ArrowLeft');
    await expect(pdf.getByText('Second', { exact: true })).toBeAttached();
    await pdf.getByRole('button', { name: 'Next page' }).click();
    await expect(pdf.getByText('3 / 3')).toBeVisible();
  });

  await test.step('size and turn', async () => {
    await rm.keyboard.press('1');
    await expect(pdf.getByText('100 %').or(pdf.getByText('100%'))).toBeVisible();
    const upright = await sizeOf(canvas);
    expect(upright.height).toBeGreaterThan(upright.width);
    await rm.keyboard.press('+');
    await expect.poll(async () => (await sizeOf(canvas)).width).toBeGreaterThan(upright.width);
    await rm.keyboard.press('1');
    await rm.keyboard.press('r');
    await expect.poll(() => sizeOf(canvas)).toEqual({ width: upright.height, height: upright.width });
    await expect.poll(() => isDrawn(canvas)).toBe(true);
  });

  await test.step('a picture, and back to where one came from', async () => {
    await rm.keyboard.press('Shift+ArrowLeft');
    const picture = rm.getByRole('region', { name: /^Passport, version/ });
    await expect.poll(() => isDrawn(picture.locator('canvas'))).toBe(true);
    await rm.keyboard.press('Escape');
    await expect(picture).toHaveCount(0);
    await expect(rm.getByRole('button', { name: 'View: Passport' })).toBeFocused();
  });

  await test.step('versions', async () => {
    const dialog = await openAdding(rm, person);
    await pick(rm, dialog, [[pdfFile('passport-new.pdf', ['A new one']), 'Passport']]);
    await dialog.getByRole('button', { name: 'Upload 1 file' }).click();
    await dialog.getByRole('button', { name: 'Done' }).click();
    const passport = entryOf(rm, 'Passport');
    await expect(passport).toContainText('v2');
    await passport.getByText('1 earlier version').click();
    await expect(passport.getByText('passport.jpg')).toBeVisible();
  });
});

test('all documents come as a ZIP whose manifest is true; who looked and took is listed; a deletion is asked about', async ({
  asStaff,
  request,
}) => {
  const api = await CaseApi.open(request);
  const { submissionId } = await api.addPerson('Archived', 'Whole');
  const files = [await pictureFile('passport.jpg'), pdfFile('later.pdf', ['Later'])];
  for (const file of files) await api.upload(submissionId, 'Passport', file);
  await api.upload(submissionId, 'ProofofAddress', pdfFile('Fatura – março.pdf', ['Conta']));
  const [rm, compliance] = [await asStaff('rm'), await asStaff('compliance')];
  await rm.goto(paths.customer(submissionId));
  const documents = rm.getByRole('region', { name: 'Documents' });

  await test.step('the archive', async () => {
    const begun = rm.waitForEvent('download');
    await documents.getByRole('link', { name: 'Download all' }).click();
    const download = await begun;
    expect(download.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d KYC documents - Archived Whole\.zip$/);
    const unpacked = unzipSync(await readFile(await download.path()));
    const manifest = JSON.parse(Buffer.from(unpacked['manifest.json'] ?? []).toString()) as ManifestLine[];
    expect(Object.keys(unpacked).toSorted()).toEqual(
      ['manifest.csv', 'manifest.json', ...manifest.map(({ file }) => file)].toSorted(),
    );
    expect(manifest.map(({ type, current }) => [type, current])).toEqual(
      expect.arrayContaining([
        ['Passport', true],
        ['Passport', false],
        ['ProofofAddress', true],
      ]),
    );
    for (const { file, sha256: hash, sizeInBytes } of manifest) {
      const bytes = unpacked[file] ?? new Uint8Array();
      expect([sha256(bytes), bytes.byteLength], file).toEqual([hash, sizeInBytes]);
    }
    const kept = await api.documents(submissionId);
    expect(manifest.map(({ sha256: hash }) => hash).toSorted()).toEqual(
      kept.map(({ shA256Hash }) => shA256Hash).toSorted(),
    );
  });

  await test.step('who viewed and downloaded', async () => {
    await compliance.goto(paths.customer(submissionId));
    await compliance.getByRole('button', { name: 'View: Proof of address' }).click();
    await expect.poll(() => isDrawn(compliance.locator('canvas'))).toBe(true);
    const begun = rm.waitForEvent('download');
    await documents.getByRole('link', { name: 'Download: Proof of address' }).click();
    const one = await begun;
    expect(one.suggestedFilename()).toBe('Fatura – março.pdf');
    const proof = entryOf(rm, 'Proof of address');
    await proof.getByText('Details', { exact: true }).click();
    await expect(proof.getByText(/^viewed it, last/)).toBeVisible();
    await expect(proof.getByRole('listitem').filter({ hasText: 'Ingrid Solberg' })).toContainText(
      'viewed it',
    );
    const own = proof.getByRole('listitem').filter({ hasText: 'Rania Haddad' });
    await expect(own.filter({ hasText: 'downloaded it, last' })).toHaveCount(1);
    await expect(own.filter({ hasText: 'downloaded it with all others' })).toHaveCount(1);
  });

  await test.step('a deletion', async () => {
    await documents.getByRole('button', { name: 'Delete: Proof of address' }).click();
    const asked = rm.getByRole('alertdialog', { name: 'Delete Proof of address?' });
    await expect(asked).toContainText('cannot be brought back');
    await asked.getByRole('button', { name: 'Keep it' }).click();
    expect(await api.documents(submissionId)).toHaveLength(3);
    await documents.getByRole('button', { name: 'Delete: Proof of address' }).click();
    await asked.getByRole('button', { name: 'Delete for good' }).click();
    await expect(rm.getByText('Proof of address was deleted')).toBeVisible();
    await expect(entryOf(rm, 'Proof of address')).toHaveCount(0);
    expect(await api.documents(submissionId)).toHaveLength(2);
    await expect(
      rm.getByRole('region', { name: 'Activity' }).getByText('deleted a document: Proof of address'),
    ).toBeVisible();
  });
});

/** The size in which a canvas is shown, in whole CSS pixels. */
async function sizeOf(canvas: Locator): Promise<{ width: number; height: number }> {
  const box = await canvas.boundingBox();
  return { width: Math.round(box?.width ?? 0), height: Math.round(box?.height ?? 0) };
}
