import type { Network } from '../geometry/network.ts';
import { detectorGrid } from './detector-grid.ts';
import type { DetectorMaps } from './detector-maps.ts';

/** Runs the detector on grey 0..1 pictures whose sides are multiples of 16 pixels. */
export async function runDetector(network: Network, picture: Float32Array, width: number, height: number): Promise<DetectorMaps> {
  const { data, dims } = await network.run({ data: picture, dims: [1, 1, height, width] });
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
