import type { Network } from '../../runtime/network.ts';

/** Pixels of the detector's input; packages/reader/models/manifest.json says the same. */
export const detectorGrid = Object.freeze({
  /** Sides are multiples of this. */
  granularity: 16,
  /** What a cell of its maps spans either way. */
  cell: 4,
});

/** The shortest side that the detector takes and that holds one of `length` pixels. */
export function detectorSide(length: number): number {
  return Math.ceil(length / detectorGrid.granularity) * detectorGrid.granularity;
}

/**
 * What the detector says about a picture, one value a cell; a cell covers 4 x 4 pixels of the
 * detector's input. `probability` 0..1 that the cell lies on the core of an MRZ line; (`cosine`,
 * `sine`) the reading direction there, x right, y down.
 */
export type DetectorMaps = {
  readonly width: number;
  readonly height: number;
  readonly probability: Float32Array;
  readonly cosine: Float32Array;
  readonly sine: Float32Array;
};

/** What the detector is run on: grey 0..1, sides that are multiples of 16 pixels. */
export type DetectorInput = { readonly data: Float32Array; readonly width: number; readonly height: number };

/** @throws Error when the maps do not have the input's shape: another network than the detector */
export async function runDetector(network: Network, input: DetectorInput): Promise<DetectorMaps> {
  const { width, height } = input;
  const { data, dims } = await network.run({ data: input.data, dims: [1, 1, height, width] });
  const [, channels = 0, mapHeight = 0, mapWidth = 0] = dims;
  if (channels !== 3 || mapHeight * detectorGrid.cell !== height || mapWidth * detectorGrid.cell !== width) {
    throw new Error(`The detector answered with maps of shape [${dims.join(', ')}] for a picture of ${width} x ${height} pixels`);
  }
  const cells = mapWidth * mapHeight;
  return {
    width: mapWidth,
    height: mapHeight,
    probability: data.subarray(0, cells),
    cosine: data.subarray(cells, 2 * cells),
    sine: data.subarray(2 * cells, 3 * cells),
  };
}
