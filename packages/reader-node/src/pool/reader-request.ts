import type { Reading } from '@ocr-web/reader';
import type { Drawing } from '../draw/drawing.ts';

/** What a reader child is asked: to read a file, or to draw something of it. */
export type ReaderRequest = { readonly bytes: Uint8Array; readonly drawing?: Drawing };

/** A reading, or the drawing as a PNG. */
export type ReaderAnswer = Reading | Uint8Array;
