/** A grey picture: `data[y * width + x]`, 0 black to 255 white, rows from the top. */
export type GreyPlane = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/**
 * A plane whose rows are computed when they are first asked for: most readings need a small part of
 * the finest plane only.
 */
export type LazyPlane = {
  readonly width: number;
  readonly height: number;
  /**
   * The plane, the same each time, with at least the rows from `from` to before `to` computed. Rows
   * outside the plane stand for its nearest one.
   */
  rows(from: number, to: number): GreyPlane;
};

/** A plane that is already computed. */
export function wholePlane(plane: GreyPlane): LazyPlane {
  return { width: plane.width, height: plane.height, rows: () => plane };
}

/** Computes the rest of the plane. */
export function allRows(plane: LazyPlane): GreyPlane {
  return plane.rows(0, plane.height);
}

type LazyRows = {
  readonly width: number;
  readonly height: number;
  /** Rows are computed in blocks of this many. */
  readonly rowsAtOnce: number;
  /** Writes the rows from `from` to before `to` into the plane's pixels. */
  readonly makeRows: (from: number, to: number, pixels: Uint8Array) => void;
};

/** A plane that calls `makeRows` for each block of rows when it is first needed. */
export function createLazyPlane({ width, height, rowsAtOnce, makeRows }: LazyRows): LazyPlane {
  const plane = { data: new Uint8Array(width * height), width, height };
  const isMade = new Uint8Array(Math.ceil(height / rowsAtOnce));
  return {
    width,
    height,
    rows: (from, to) => {
      // Rows beyond the border repeat the border's row.
      const first = Math.max(0, Math.min(from, height - 1));
      const end = Math.min(height, Math.max(1, to));
      for (let block = Math.floor(first / rowsAtOnce); block * rowsAtOnce < end; block++) {
        if (isMade[block] === 0) makeRows(block * rowsAtOnce, Math.min(height, (block + 1) * rowsAtOnce), plane.data);
        isMade[block] = 1;
      }
      return plane;
    },
  };
}

/**
 * A decoded picture as a source of planes. `width` and `height` are the size of the uploaded
 * picture after EXIF orientation; all coordinates that the reader reports are pixels of it.
 */
export type PicturePlanes = {
  readonly width: number;
  readonly height: number;
  /**
   * The smallest plane that is available (or cheap to compute) and at least `min(1, scale) * width`
   * wide. Asking again costs nothing.
   */
  planeAtLeast(scale: number): Promise<LazyPlane>;
};

/**
 * Detaches the buffer to free its memory now; its pixels are lost. Left to the garbage collector,
 * pixel buffers pile up and trigger a full collection every few pictures. Call it only when nothing
 * can read the pixels any more, which holds at a picture's end since one picture is read at a time.
 */
export function freeMemory({ buffer, byteLength }: ArrayBufferView): void {
  // Memory that is shared with others, as Node's small buffers share theirs, is not ours to free.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && !buffer.detached) buffer.transfer(0);
}
