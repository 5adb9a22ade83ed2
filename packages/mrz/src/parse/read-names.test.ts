import { describe, expect, it } from 'vitest';
import { readNames, readSplitNames } from './read-names.ts';

const names = (surname: string | undefined, givenNames: string | undefined, more: object = {}) => ({
  surname,
  givenNames,
  surnames: undefined,
  truncated: false,
  native: undefined,
  ...more,
});

describe('readNames', () => {
  it.each([
    ['ERIKSSON<<ANNA<MARIA<<<<<<<<<<', 'UTO', names('ERIKSSON', 'ANNA MARIA')],
    ['<<ABC<<<<<<', 'IND', names(undefined, 'ABC')], // blank surname: nothing moves into its place
    ['ARKFREITH<<<<<<', 'UTO', names('ARKFREITH', undefined)],
    ['VAN<DER<MUELLEN<<MARIANNE<LOUISE', 'UTO', names('VAN DER MUELLEN', 'MARIANNE LOUISE', { truncated: true })],
    ['SMITH<<JOHN<<PAUL<<', 'UTO', names('SMITH', 'JOHN PAUL')],
    ['<<<<<<<<', 'UTO', names(undefined, undefined)],
    ['', 'UTO', names(undefined, undefined)],
    ['GARCIA<LOPEZ<<ANA<<', 'ESP', names('GARCIA LOPEZ', 'ANA', { surnames: ['GARCIA', 'LOPEZ'] })],
    ['GARCIA<DE<LOPEZ<<ANA<<', 'ESP', names('GARCIA DE LOPEZ', 'ANA')],
    ['GARCIA<LOPEZ<<ANA<<', 'UTO', names('GARCIA LOPEZ', 'ANA')],
  ])('%s of %s', (raw, issuer, expected) => {
    expect(readNames(raw, issuer)).toEqual(expected);
  });

  it('reads surname and given names from two fields', () => {
    expect(readSplitNames('DUPONT<MARTIN<<', 'JEAN<<PAUL<<', 'FRA')).toEqual(names('DUPONT MARTIN', 'JEAN PAUL'));
    expect(readSplitNames('DUPONT<<', 'JEANPAUL', 'FRA')).toEqual(names('DUPONT', 'JEANPAUL', { truncated: true }));
  });
});
