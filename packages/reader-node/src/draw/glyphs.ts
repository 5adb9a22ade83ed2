import type { Point } from '@ocr-web/reader';

/**
 * The strokes of each character on a grid of 4 by 6, x to the right and y down from the top of a
 * capital: two digits a point, a space between strokes. A point alone is a dot.
 */
const strokes: Readonly<Record<string, string>> = {
  ' ': '',
  A: '062046 1434',
  B: '000636454433 0333 33424130 3000',
  C: '4130100105163645',
  D: '00062644422000',
  E: '40000646 0333',
  F: '400006 0333',
  G: '41301001051636454323',
  H: '0006 4046 0343',
  I: '1030 2026 1636',
  J: '4045361605',
  K: '0006 400346',
  L: '000646',
  M: '0600234046',
  N: '06004640',
  O: '100105163645413010',
  P: '06003041423303',
  Q: '100105163645413010 2446',
  R: '06003041423303 2346',
  S: '413010010213334445361605',
  T: '0040 2026',
  U: '000516364540',
  V: '002640',
  W: '0016233640',
  X: '0046 4006',
  Y: '002340 2326',
  Z: '00400646',
  '0': '100105163645413010 1531',
  '1': '112026 1636',
  '2': '01103041420646',
  '3': '01103041423313 334445361605',
  '4': '36300444',
  '5': '400003334445361605',
  '6': '30100105163645443303',
  '7': '004016',
  '8': '13020110304142331304051636454433',
  '9': '43130201103041453616',
  '<': '410345',
  '>': '014305',
  '.': '26',
  ',': '2517',
  ':': '22 25',
  '-': '1333',
  '+': '0343 2125',
  '/': '0640',
  '=': '0242 0444',
  '(': '30212536',
  ')': '10212516',
  "'": '2021',
  '?': '01103041422324 26',
};

function readStroke(text: string): Point[] {
  const points = Array.from({ length: text.length / 2 }, (_, index) => ({ x: Number(text[2 * index]), y: Number(text[2 * index + 1]) }));
  return points.length === 1 ? [...points, ...points] : points;
}

/** The strokes of each character that can be written, as points on a grid of 4 by 6. */
export const glyphs: Readonly<Record<string, readonly (readonly Point[])[]>> = Object.fromEntries(
  Object.entries(strokes).map(([character, text]) => [character, text === '' ? [] : text.split(' ').map(readStroke)]),
);
