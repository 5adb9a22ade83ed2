import type { InterleavedPixels } from '@ocr-web/reader/engine';

/** Red, green, blue and opacity of some rows of a bitmap; transparency lies on white. */
export type ReadBitmapRows = (bitmap: ImageBitmap, from: number, to: number) => InterleavedPixels;

/**
 * Draws rows on a canvas of its own and takes their pixels from there. A canvas as large as the
 * picture would need its memory a second time, and some browsers refuse one above 16 million
 * pixels.
 */
export function createBitmapRowReader(): ReadBitmapRows {
  let context: OffscreenCanvasRenderingContext2D | undefined;
  return (bitmap, from, to) => {
    const { width } = bitmap;
    const height = to - from;
    if (context?.canvas.width !== width || context.canvas.height !== height) context = openContext(width, height);
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, from, width, height, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    return { data: new Uint8Array(data.buffer), width, height, channels: 4 };
  };
}

function openContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new RangeError(`A canvas of ${width} by ${height} pixels cannot be had.`);
  context.fillStyle = 'white';
  context.imageSmoothingEnabled = false;
  return context;
}
