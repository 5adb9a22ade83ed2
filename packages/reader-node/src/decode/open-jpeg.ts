import { inspectPicture } from '@ocr-web/reader';
import {
  freeMemory,
  type GreyPlane,
  halvePlane,
  type JpegHeader,
  type LazyPlane,
  type OpenFile,
  orientPlane,
  type PageSource,
  readJpegHeader,
  readPixelAspect,
  singlePage,
} from '@ocr-web/reader/engine';
import type { DecodeGreyJpeg } from './decode-grey-jpeg.ts';
import { coarsestOfJpeg, type OpenVipsFile } from './open-with-libvips.ts';

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
 * colours are libvips' in any case. An ordinary file is opened without libvips, which goes to a
 * thread and back for its header.
 */
export function createJpegOpener(openWithLibvips: OpenVipsFile, decodeGreyJpeg: DecodeGreyJpeg): OpenFile {
  return async (bytes) => {
    const incomplete = isIncomplete(bytes);
    // libjpeg-turbo's binding gives nothing of a file that is incomplete.
    if (incomplete || hasManyScans(bytes)) return openWithLibvips(bytes, incomplete);
    let opening: ReturnType<OpenVipsFile> | undefined;
    const open = () => {
      opening ??= openWithLibvips(bytes);
      return opening;
    };
    const { width, height, orientation = 1 } = readJpegHeader(bytes) ?? (await open()).header;
    if (width * height > mostPixels) return open();
    const pyramid = layPyramid(() => decodeGreyJpeg(bytes, { width, height }), orientation);
    const page = describePage(bytes, { width, height, orientation }, async () => (await open()).openPage(0));
    return singlePage({ ...page, decodePlane: async (level) => (await pyramid.planeAtLevel(level)) ?? page.decodePlane(level) }, () => {
      pyramid.free();
      opening?.then(({ close }) => close()).catch(() => undefined);
    });
  };
}

/** The page of a JPEG whose pixels are libvips', which opens the page when they are asked for. */
function describePage(bytes: Uint8Array, { width, height, orientation }: JpegHeader, openPage: () => Promise<PageSource>): PageSource {
  // As the picture is looked at: orientations from 5 on swap rows and columns (EXIF 2.32, 4.6.4).
  const isTransposed = orientation >= 5;
  const aspect = readPixelAspect(bytes, 0);
  let opening: Promise<PageSource> | undefined;
  const open = () => {
    opening ??= openPage();
    return opening;
  };
  return {
    width: isTransposed ? height : width,
    height: isTransposed ? width : height,
    pixelAspect: aspect !== undefined && isTransposed ? 1 / aspect : aspect,
    coarsestDecoded: coarsestOfJpeg(width * height),
    decodePlane: async (level) => (await open()).decodePlane(level),
    decodeColours: async (level) => (await open()).decodeColours(level),
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
