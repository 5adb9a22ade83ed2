import { writeNativePlace } from '../known/write-native-place.ts';
import type { Search } from '../search.ts';
import { phrasesOf, placesOf, remarks } from './known-phrases.ts';
import { withBlanks } from './with-blanks.ts';
import { withBrackets } from './with-brackets.ts';
import { writePhrases } from './write-phrases.ts';
import { writePlace } from './write-place.ts';

/** Towns with fewer letters are too like others. */
const minOfTown = 8;

/** Values with the words that they are likely to have. */
export function writeKnown(issuer: string | undefined, { values, lines }: Search): void {
  const { place_of_birth: place, address, authority, remarks: remark } = values;
  if (place) values.place_of_birth = writeNativePlace(writePlace(withBlanks(place), issuer), issuer, lines);
  const towns = placesOf(issuer).filter(({ letters }) => letters.length >= minOfTown);
  if (address) values.address = writePhrases(withBlanks(address), towns);
  if (authority) {
    const written = writePhrases(withBlanks(authority), phrasesOf(issuer));
    values.authority = { ...written, value: withBrackets(written.value) };
  }
  if (remark) values.remarks = writePhrases(remark, remarks());
}
