import type { LaidLine } from './lay-lines.ts';

/** Specimens of ICAO Doc 9303-4, -5, -6 and -7, appendix B, as if another State had issued them. */
export const zones = {
  TD3: (state: string) => [
    `P<${state.padEnd(3, '<')}ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<`,
    'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
  ],
  TD2: (state: string) => [`I<${state.padEnd(3, '<')}ERIKSSON<<ANNA<MARIA<<<<<<<<<<<`, 'D231458907UTO7408122F1204159<<<<<<<6'],
  TD1: (state: string, code = 'ID') => [
    `${code}${state.padEnd(3, '<')}D231458907<<<<<<<<<<<<<<<`,
    '7408122F1204159UTO<<<<<<<<<<<6',
    'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
  ],
  MRVB: (state: string) => [`V<${state.padEnd(3, '<')}ERIKSSON<<ANNA<MARIA<<<<<<<<<<<`, 'L8988901C4XXX4009078F9612109<<<<<<<<'],
  MRVA: (state: string) => [
    `V<${state.padEnd(3, '<')}ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<`,
    'L8988901C4XXX4009078F96121096ZE184226B<<<<<<',
  ],
};

/** A page on which no label is legible: only where values stand tells them. */
export type Specimen = {
  readonly name: string;
  readonly zone: readonly string[];
  readonly page: readonly LaidLine[];
  readonly expected: Readonly<Record<string, string>>;
};

/** Names and number of the specimens. */
export const names: readonly LaidLine[] = [
  ['L898902C3', 430, 35],
  ['ERIKSSON', 100, 60],
  ['ANNA MARIA', 100, 85],
];
