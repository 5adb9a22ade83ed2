import { generateBmp } from './kinds/bmp.ts';
import { generateGif } from './kinds/gif.ts';
import { generateHeif } from './kinds/heif.ts';
import { generateJpeg } from './kinds/jpeg.ts';
import { generatePdf } from './kinds/pdf.ts';
import { generatePng } from './kinds/png.ts';
import { generateTiff } from './kinds/tiff.ts';
import { generateWebp } from './kinds/webp.ts';
import type { StructureGenerator } from './structured-file.ts';

/** One for each kind of file that the service takes. */
export const structureGenerators: Readonly<Record<string, StructureGenerator>> = {
  bmp: generateBmp,
  gif: generateGif,
  heif: generateHeif,
  jpeg: generateJpeg,
  pdf: generatePdf,
  png: generatePng,
  tiff: generateTiff,
  webp: generateWebp,
};
