import type { ColourPlane } from '../image/colour-plane.ts';
import type { LazyPlane } from '../image/plane.ts';

/**
 * A file whose header was read. Whatever its functions throw, unless it is an EngineError, means
 * that the file is damaged.
 */
export type FileSource = {
  readonly pageCount: number;
  /** Whether the file's end is missing, and what is left of it is decoded. */
  readonly incomplete?: boolean;
  openPage(index: number): Promise<PageSource>;
  close(): void;
};

/**
 * A page: its size as it is looked at, and its pixels at full size (level 0), a half (level 1), a
 * quarter …
 */
export type PageSource = {
  readonly width: number;
  readonly height: number;
  /** Width of a pixel over its height, where the file gives it. */
  readonly pixelAspect?: number | undefined;
  /** The coarsest level that `decodePlane` gives; coarser planes are made from finer ones. */
  readonly coarsestDecoded: number;
  decodePlane(level: number): Promise<LazyPlane>;
  /** At this level or a finer one, whichever is cheaper. */
  decodeColours(level: number): Promise<ColourPlane>;
};

/** How a file of one kind is opened. */
export type OpenFile = (bytes: Uint8Array) => Promise<FileSource>;

/** The source of a file that holds one picture. */
export function singlePage(page: PageSource, close: () => void = () => undefined): FileSource {
  return { pageCount: 1, openPage: () => Promise.resolve(page), close };
}
