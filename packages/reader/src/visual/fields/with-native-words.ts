import type { MrzDocument } from '@ocr-web/mrz';
import { nativeNationality, nativeSex } from '../tables/native-words.ts';
import type { FoundValues } from './find-by-order.ts';

/** What is put in another script was not read but known: it is believed no more than this. */
const mostKnown = 0.9;

/**
 * Nationality and sex with the words of the state's own script, where print shows something before
 * the Latin word: `VKPAIHA/UKRAINE` is УКРАЇНА/UKRAINE. What stands between them stays as it is.
 */
export function withNativeWords(values: FoundValues, document: MrzDocument | undefined): FoundValues {
  const code = document?.nationality?.code ?? '';
  const nationality = nativeNationality[code];
  const sex = document?.sex === 'M' || document?.sex === 'F' ? nativeSex[document.issuer?.code ?? '']?.[document.sex] : undefined;
  const changed = { ...values };
  const change = (key: 'nationality' | 'sex', native: string | undefined, latin: string | undefined) => {
    const value = values[key];
    const parts = value && /^([^/]+?)( ?\/ ?)([^/]+)$/.exec(value.value);
    if (!value || !parts || native === undefined || parts[3] !== latin) return;
    changed[key] = { ...value, value: native + parts[2]! + latin, confidence: Math.min(mostKnown, Math.max(value.confidence, 0.8)) };
  };
  change('nationality', nationality?.native, nationality?.latin);
  change('sex', sex, document?.sex);
  return changed;
}
