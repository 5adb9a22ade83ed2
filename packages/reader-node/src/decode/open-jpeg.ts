import { inspectPicture } from '@ocr-web/reader';
import { freeMemory, type GreyPlane, halvePlane, type LazyPlane, type OpenFile, orientPlane } from '@ocr-web/reader/engine';
import type { DecodeGreyJpeg } from './decode-grey-jpeg.ts';
import type { OpenVipsFile } from './open-with-libvips.ts';

/**
 * The largest that phones take, 8192 by 6144; its planes need 67 MB. Larger pictures are left to
 * libvips, which shrinks them while it decodes.
 */
const mostPixels = 51_000_000;

/**
 * Encoders write a dozen scans at most; each costs a pass over all pixels, and a file of a few
 * megabytes can hold a hundred thousand.
 */
const mostScans = 50;
const startOfScan = Buffer.from([0xff, 0xda]);

/**
 * Takes the planes of a JPEG from its stored brightness, and from libvips where that cannot be had;
 * colours are libvips' in any case.
 */
export function createJpegOpener(openWithLibvips: OpenVipsFile, decodeGreyJpeg: DecodeGreyJpeg): OpenFile {
  return async (bytes) => {
    const incomplete = isIncomplete(bytes);
    const file = await openWithLibvips(bytes, incomplete);
    const { width, height, orientation = 1 } = file.header;
    // libjpeg-turbo's binding gives nothing of a file that is incomplete.
    if (incomplete || width * height > mostPixels || hasManyScans(bytes)) return file;
    const pyramid = layPyramid(() => decodeGreyJpeg(bytes, { width, height }), orientation);
    return {
      pageCount: file.pageCount,
      openPage: async (index) => {
        const page = await file.openPage(index);
        return { ...page, decodePlane: async (level) => (await pyramid.planeAtLevel(level)) ?? page.decodePlane(level) };
      },
      close: () => {
        pyramid.free();
        file.close();
      },
    };
  };
}

/** Whether the end marker is missing behind a scan that has begun. */
function isIncomplete(bytes: Uint8Array): boolean {
  const facts = inspectPicture(bytes);
  return facts !== undefined && 'hasPixels' in facts;
}

/**
 * Where scans start can be told without reading what lies between: coded data never holds these two
 * bytes (ITU-T T.81, B.1.1.5), a thumbnail may.
 */
function hasManyScans(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = -1;
  for (let scans = 0; scans <= mostScans; scans++) {
    at = file.indexOf(startOfScan, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/**
 * Planes at full size, a half, a quarter …, as they are stored, each turned when it is asked for.
 * None where the full one cannot be had.
 */
function layPyramid(decode: () => Promise<GreyPlane | undefined>, orientation: number) {
  let full: Promise<GreyPlane | undefined> | undefined;
  const stored: GreyPlane[] = [];
  const upright: LazyPlane[] = [];
  const storedAtLevel = (level: number, finest: GreyPlane): GreyPlane => {
    stored[level] ??= level === 0 ? finest : halvePlane(storedAtLevel(level - 1, finest));
    return stored[level];
  };
  return {
    planeAtLevel: async (level: number): Promise<LazyPlane | undefined> => {
      full ??= decode();
      const finest = await full;
      if (!finest) return undefined;
      upright[level] ??= orientPlane(storedAtLevel(level, finest), orientation);
      return upright[level];
    },
    free: () => {
      for (const plane of [...stored, ...upright.map((gradual) => gradual.rows(0, 1))]) if (plane) freeMemory(plane.data);
    },
  };
}
