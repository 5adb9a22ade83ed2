/**
 * How long `findMrz` takes for a million hostile characters of each kind: `node bench/mrz-text.ts
 * [characters]`.
 */
import { findMrz } from '@ocr-web/mrz';

const characters = Number(process.argv[2] ?? 1_000_000);
const [first, second] = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

/** What each text repeats. */
const kinds: Readonly<Record<string, string>> = {
  'line breaks': '\n',
  'one line': '<',
  'lines of one filler': '<\n',
  'first lines': `${first}\n`,
  'whole zones': `${first}\n${second}\n`,
  'zones in one line': `${`${first} ${second} `.repeat(20)}\n`,
  'one string each': `${first}${second}\n`,
  'wrong digits': `${first}\n${second.replace('7408122F1204159', '7408123F1204158')}\n`,
  prose: 'Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam nonumy eirmod\n',
  words: `${'P<A '.repeat(400)}\n`,
  guillemets: `${'P«'.repeat(20)}\n`,
  'lines to pad': 'V<UTOA\nL8988901C4XXX4009078F9612109\n',
  'cards to pad': 'AAA\nFACHE3\nFACHE\n',
  'words of a line': `${'A'.repeat(44)} `.repeat(40).concat('\n'),
  'strings to cut': `${'I<'.repeat(25)} `.repeat(30).concat('\n'),
};

for (const [kind, part] of Object.entries(kinds)) {
  const text = part.repeat(Math.ceil(characters / part.length)).slice(0, characters);
  const { user: before } = process.cpuUsage();
  const zones = findMrz(text).length;
  const { user: after } = process.cpuUsage();
  process.stdout.write(`${kind.padEnd(20)} ${`${Math.round((after - before) / 1000)}`.padStart(6)} ms  ${zones} zones\n`);
}
