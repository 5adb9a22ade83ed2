import { alphabet, classCount } from '../recognise/alphabet.ts';

/** The class of the highest weight at each position, 1 to 37. */
export function topClasses(weights: Float32Array, length: number): Uint8Array {
  const tops = new Uint8Array(length);
  for (let k = 0; k < length; k++) {
    const at = k * classCount;
    let top = 1;
    for (let c = 2; c < classCount; c++) if ((weights[at + c] as number) > (weights[at + top] as number)) top = c;
    tops[k] = top;
  }
  return tops;
}

/** The characters of classes. */
export function spell(classes: Uint8Array): string {
  let text = '';
  for (const c of classes) text += alphabet[c - 1];
  return text;
}
