import { expect, test } from 'vitest';
import { singlePlane } from '../../../test/single-plane.ts';
import { viewSide } from './decode-faces.ts';
import { findFaces } from './find-faces.ts';
import { wholePicture } from './views-of-page.ts';

const picture = { width: 400, height: 300 };
const planes = singlePlane({ ...picture, data: new Uint8Array(picture.width * picture.height).fill(200) });
const cells = (viewSide / 4) ** 2;

/**
 * A network that sees a face in the middle, 40 pixels wide, as sure as it is told, view by view.
 */
function networkThatSees(confidences: readonly number[]) {
  let runs = 0;
  const run = () => {
    const data = new Float32Array(cells * 17);
    for (let cell = 0; cell < cells; cell++) data[cell * 17] = -20;
    const middle = (cells + viewSide / 4) / 2;
    const confidence = confidences[runs++] ?? 0;
    data.set([Math.log(confidence / (1 - confidence)), 0, 0, 40, 40, -8, -8, 8, -8, 0, 2, 0, 10], middle * 17);
    return Promise.resolve({ data, dims: [1, cells, 17] });
  };
  return { network: { run }, runs: () => runs };
}

test.each([
  ['is hardly one from afar and none from near by is not looked at again', [0.2, 0.05], 2, []],
  ['is hardly one from afar and may be one from near by is looked at again', [0.2, 0.3, 0.65], 3, [0.65]],
  ['is likely one from afar is looked at again, whatever is seen from near by', [0.6, 0.05, 0.65], 3, [0.65]],
  ['is one from near by is not looked at again', [0.2, 0.9], 2, [0.9]],
])('what %s', async (_, confidences, runs, seen) => {
  const sight = networkThatSees(confidences);
  const faces = await findFaces(planes, wholePicture(picture, 0), true, sight);
  expect([sight.runs(), faces.map(({ face }) => Number(face.confidence.toFixed(2)))]).toEqual([runs, seen]);
});
