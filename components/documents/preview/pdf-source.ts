import { getDocument, type PDFPageProxy, PDFWorker, RenderingCancelledException } from 'pdfjs-dist';
import { paths } from '@/lib/paths';
import type { DrawablePage, PageSource } from './page-source';

/** PDF points are 1/72 inch, CSS pixels 1/96. */
const CSS_UNITS = 96 / 72;

/**
 * A PDF, read by a worker from our own origin. Nothing in the file runs: no script is evaluated, no form is live, and nothing that it
 * names is fetched; only its pages are drawn.
 */
export async function pdfSource(file: Blob): Promise<PageSource> {
  const port = new Worker(new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url), {
    type: 'module',
  });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    worker,
    data: new Uint8Array(await file.arrayBuffer()),
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    // What scans and forms without their own fonts need; read by the page, so that the worker itself fetches nothing.
    useWorkerFetch: false,
    cMapUrl: paths.pdfParts('cmaps'),
    standardFontDataUrl: paths.pdfParts('standard_fonts'),
    wasmUrl: paths.pdfParts('wasm'),
    iccUrl: paths.pdfParts('iccs'),
  });
  const close = () => {
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  const document = await task.promise.catch((error: unknown) => {
    close();
    throw error;
  });
  return {
    pageCount: document.numPages,
    open: async (page) => drawable(await document.getPage(page)),
    close,
  };
}

function drawable(page: PDFPageProxy): DrawablePage {
  const whole = page.getViewport({ scale: CSS_UNITS });
  return {
    width: whole.width,
    height: whole.height,
    draw(canvas, { pixels, rotation }) {
      const viewport = page.getViewport({
        scale: pixels * CSS_UNITS,
        rotation: (page.rotate + rotation) % 360,
      });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const task = page.render({ canvas, viewport });
      const done = task.promise.catch((error: unknown) => {
        if (!(error instanceof RenderingCancelledException)) throw error;
      });
      return { done, cancel: () => task.cancel() };
    },
    async text() {
      const { items } = await page.getTextContent();
      return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(' ');
    },
  };
}
