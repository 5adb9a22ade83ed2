import { expect, it } from 'vitest';
import type { Answer, Form } from './answer.ts';
import { expectedForm, isFormRight } from './expected-form.ts';
import { parseLines } from './parse-lines.ts';
import { renderPeers } from './render-peers.ts';
import { isSure, summarisePeer } from './summarise-peer.ts';

// Specimens of ICAO Doc 9303, parts 4 and 5.
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const holder = { date_of_birth: '740812', expiration_date: '120415', surname: 'ERIKSSON', names: 'ANNA MARIA' };
const passportForm: Form = { number: 'L898902C3', ...holder };

it('fills a form from the printed lines', () => {
  expect(expectedForm(passport, 'TD3')).toEqual(passportForm);
  expect(expectedForm(card, 'TD1')).toEqual({ number: 'D23145890', ...holder });
  expect(expectedForm(passport, 'OTHER')).toBeUndefined();
});

it('asks no number where it stands elsewhere', () => {
  expect(expectedForm(['I<UTOD23145890<7349<<<<<<<<<<<', ...card.slice(1)], 'TD1')).toEqual({ number: null, ...holder });
  expect(expectedForm(['IDESPAAA0000000X<<<<<<<<<<<<<<', ...card.slice(1)], 'TD1')).toMatchObject({ number: null });
});

it('compares forms without fillers and blanks', () => {
  const expected = { number: 'L898902C3', ...holder };
  expect(isFormRight(expected, { ...passportForm, number: 'L898902C3<', names: ' ANNA<MARIA ' })).toBe(true);
  expect(isFormRight(expected, { ...passportForm, names: 'ANNA MARIA K' })).toBe(false);
  expect(isFormRight(expected, { ...passportForm, number: 'L8989O2C3' })).toBe(false);
  expect(isFormRight({ ...expected, number: null }, { ...passportForm, number: 'X' })).toBe(true);
  expect(isFormRight(expected, undefined)).toBe(false);
});

it('takes a peer at its word', () => {
  expect([{ lines: [] }, { lines: [], score: 94 }, { lines: [], score: 95 }, { lines: [], checks_hold: true }].map(isSure)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

it('parses for a peer that reads text only', () => {
  expect(parseLines({ lines: passport })).toEqual({ lines: passport, form: passportForm, checks_hold: true });
  const wrong = [passport[0] ?? '', (passport[1] ?? '').replace('L8', 'L9')];
  expect(parseLines({ lines: wrong })).toMatchObject({ checks_hold: false });
  expect(parseLines({ lines: ['NOTHING'] })).toEqual({ lines: ['NOTHING'] });
});

it('counts a run', () => {
  const label = { file: 'a.jpg', mrz: passport, format: 'TD3' };
  const ask = (answer: Answer, ms: number, mrz: readonly string[] | null = passport) => ({ label: { ...label, mrz }, answer, ms });
  const misread = [(passport[0] ?? '').replace('ANNA', 'ANHA'), passport[1] ?? ''];
  const summary = summarisePeer([
    ask({ lines: passport, form: passportForm, score: 100 }, 10),
    ask({ lines: misread, form: { ...passportForm, names: 'ANHA MARIA' }, score: 96 }, 20),
    ask({ lines: [], refused: 'Error: broken' }, 30),
    ask({ lines: misread, checks_hold: true }, 40, null),
  ]);
  expect(summary).toEqual({
    positives: 3,
    forms: 3,
    negatives: 1,
    formRight: 1,
    exact: 1,
    sure: 2,
    sureAndWrong: 1,
    ghosts: 1,
    refused: 1,
    p50_ms: 30,
    p95_ms: 40,
  });
});

it('names a peer that could not be run', () => {
  const run = { name: 'x', title: 'X', date: '2026-01-01', machine: 'a machine', peers: [{ name: 'Ghost', error: 'spawn ENOENT' }] };
  expect(renderPeers(run).split('\n').at(-1)).toBe('Ghost could not be run: spawn ENOENT');
});
