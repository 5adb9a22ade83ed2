import { expect, test } from 'vitest';
import { rankCameras } from './rank-cameras.ts';

const named = (...labels: string[]) => labels.map((label) => ({ deviceId: `id of ${label}`, label }));
const order = (labels: string[], facing: 'environment' | 'user') => rankCameras(named(...labels), facing).map(({ label }) => label);

test.each([
  [
    'Android: the main lens has the lowest number',
    ['camera2 2, facing back', 'camera2 1, facing front', 'camera2 0, facing back', 'camera2 10, facing back'],
    ['camera2 0, facing back', 'camera2 2, facing back', 'camera2 10, facing back'],
  ],
  [
    'iOS: no special lens, combined ones last',
    ['Front Camera', 'Back Ultra Wide Camera', 'Back Dual Wide Camera', 'Back Telephoto Camera', 'Back Camera'],
    ['Back Camera', 'Back Dual Wide Camera'],
  ],
  ['a special lens is better than none', ['Back Ultra Wide Camera', 'Front Camera'], ['Back Ultra Wide Camera']],
  ['iOS in Spanish', ['Cámara delantera', 'Cámara trasera'], ['Cámara trasera']],
  ['a desktop tells nothing', ['HD Webcam', 'USB Capture'], []],
  ['labels are hidden before access was allowed', ['', ''], []],
])('%s', (_, labels, expected) => {
  expect(order(labels, 'environment')).toEqual(expected);
});

test('the side of the person', () => {
  expect(order(['Front Camera', 'Back Camera', 'FaceTime HD Camera'], 'user')).toEqual(['FaceTime HD Camera', 'Front Camera']);
});
