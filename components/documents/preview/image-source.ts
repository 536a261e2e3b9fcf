import type { DrawablePage, PageSource } from './page-source';

/** A picture, each page of which is read from the server, which draws it anew without its metadata. */
export function imageSource(pageCount: number, read: (page: number) => Promise<Blob>): PageSource {
  const opened = new Map<number, Promise<ImageBitmap>>();
  return {
    pageCount,
    async open(page) {
      const picture = opened.get(page) ?? read(page).then((blob) => createImageBitmap(blob));
      opened.set(page, picture);
      picture.catch(() => opened.delete(page));
      return drawable(await picture);
    },
    close() {
      for (const picture of opened.values()) picture.then((bitmap) => bitmap.close()).catch(() => undefined);
      opened.clear();
    },
  };
}

function drawable(picture: ImageBitmap): DrawablePage {
  const { width, height } = picture;
  return {
    width,
    height,
    draw(canvas, { pixels, rotation }) {
      const turned = rotation % 180 !== 0;
      canvas.width = Math.round((turned ? height : width) * pixels);
      canvas.height = Math.round((turned ? width : height) * pixels);
      const context = canvas.getContext('2d');
      if (context) {
        context.imageSmoothingQuality = 'high';
        context.translate(canvas.width / 2, canvas.height / 2);
        context.rotate((rotation * Math.PI) / 180);
        context.drawImage(
          picture,
          (-width * pixels) / 2,
          (-height * pixels) / 2,
          width * pixels,
          height * pixels,
        );
      }
      return { done: Promise.resolve(), cancel: () => undefined };
    },
    text: () => Promise.resolve(''),
  };
}
