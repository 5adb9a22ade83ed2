/** A grey picture: `data[y * width + x]`, 0 black to 255 white, rows from the top. */
export type GreyPlane = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** A plane whose rows are made when they are first asked for: most readings look at a small part of the finest one. */
export type GradualPlane = {
  readonly width: number;
  readonly height: number;
  /** The plane, of which at least the rows `from` to before `to` are made, or those nearest to them where they lie outside. The same plane each time. */
  rows(from: number, to: number): GreyPlane;
};

/** A plane that is there already. */
export function wholePlane(plane: GreyPlane): GradualPlane {
  return { width: plane.width, height: plane.height, rows: () => plane };
}

/** All of it. */
export function allRows(plane: GradualPlane): GreyPlane {
  return plane.rows(0, plane.height);
}

type RowsOfPlane = {
  readonly width: number;
  readonly height: number;
  /** How many neighbouring rows are made together. */
  readonly rowsAtOnce: number;
  /** Writes the rows `from` to before `to` into the plane's pixels. */
  readonly makeRows: (from: number, to: number, pixels: Uint8Array) => void;
};

/** A plane whose rows are made when they are first asked for. */
export function planeByRows({ width, height, rowsAtOnce, makeRows }: RowsOfPlane): GradualPlane {
  const plane = { data: new Uint8Array(width * height), width, height };
  const isMade = new Uint8Array(Math.ceil(height / rowsAtOnce));
  return {
    width,
    height,
    rows: (from, to) => {
      // What lies beyond the border repeats the border's row.
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
 * A decoded picture as a source of planes. `width` and `height` are those of the uploaded picture after EXIF orientation; all
 * coordinates that the reader reports are pixels of it.
 */
export type PicturePlanes = {
  readonly width: number;
  readonly height: number;
  /** The smallest plane at hand (or cheap to make) that is at least `min(1, scale) * width` wide. Asking again costs nothing. */
  planeAtLeast(scale: number): Promise<GradualPlane>;
};

/**
 * Gives the memory of pixels back at once; they are gone then. The collector does so as well, but late: it sees how much memory waits
 * for it, and not that a picture's end makes all of it garbage, and looks through everything that lives each time instead.
 */
export function freeMemory({ buffer, byteLength }: Uint8Array): void {
  // What shares its memory with others, as small buffers of Node do, is not ours to give back.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && !buffer.detached) buffer.transfer(0);
}
