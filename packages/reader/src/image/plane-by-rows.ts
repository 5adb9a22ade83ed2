import type { GradualPlane } from '../geometry/gradual-plane.ts';

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
