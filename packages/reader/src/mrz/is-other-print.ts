import { computeCheckDigit, findCountry } from '@ocr-web/mrz';
import { greedyDecode } from './recognise/greedy-decode.ts';
import { type LineLogits, measureLegibility } from './recognise/line-logits.ts';

/** Less legible print may be a zone in a bad picture. */
const minLegibility = 0.975;
/**
 * What some line of a zone nearly always has, also where it is damaged or cut off: a run of
 * fillers, a name in two parts, or dates beside nationality and sex (ICAO 9303-4 to -7). An O of a
 * name may be seen as 0, since nothing tells yet which of them belongs there.
 */
const signsOfZone = [
  /<{8}/,
  /(?:[A-Z][A-Z0]|0[A-Z])<<(?:[A-Z][A-Z0]|0[A-Z])/,
  /[A-Z]{3}\d{7}[MFX<]\d{7}/,
  /\d{7}[MFX<]\d{7}[A-Z]{3}/,
] as const;
/**
 * The same dates where their state is cut off: then their check digits must tell (ICAO 9303-3,
 * 4.9).
 */
const dates = /(\d{6})(\d)[MFX<](\d{6})(\d)/g;
/** A document code and the characters behind it, which may be those of a state. */
const head = /^[ACIPV][A-Z<]([A-Z]{3})/;

/**
 * Whether lines that were taken for a zone but could not be read as one are other print, such as
 * the code line of a payment slip: legible, but without anything that zones have.
 */
export function isOtherPrint(lines: readonly LineLogits[]): boolean {
  if (measureLegibility(lines) < minLegibility) return false;
  const texts = lines.map((line) => greedyDecode(line).text);
  return !texts.some(hasSignOfZone);
}

function hasSignOfZone(text: string): boolean {
  if (signsOfZone.some((sign) => sign.test(text)) || findCountry(head.exec(text)?.[1] ?? '') !== undefined) return true;
  const holds = (digits: string, check: string) => computeCheckDigit(digits) === Number(check);
  return [...text.matchAll(dates)].some(([, birth = '', one = '', expiry = '', other = '']) => holds(birth, one) && holds(expiry, other));
}
