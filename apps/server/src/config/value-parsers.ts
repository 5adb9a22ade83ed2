import { resolve } from 'node:path';
import { type MasterKey, parseMasterKeys } from '../crypto/master-keys.ts';

/** Takes any text that is not empty. */
export function parseText(text: string): string {
  if (text === '') throw new Error('must not be empty');
  return text;
}

/** Takes any text; the empty one is none. */
export function parseOptionalText(text: string): string | undefined {
  return text === '' ? undefined : text;
}

/** Takes the address of a PostgreSQL database, or undefined for the empty text. */
export function parseDatabaseUrl(text: string): string | undefined {
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) throw new Error('must be an address such as postgresql://user@host:5432/database');
  return text;
}

/** Takes a folder, relative to the working directory or absolute; returns the absolute path. */
export function parsePath(text: string): string {
  if (text.includes('\0')) throw new Error('must not contain a NUL character');
  return resolve(parseText(text));
}

/** Takes a path like parsePath; the empty text is none. */
export function parseOptionalPath(text: string): string | undefined {
  return text === '' ? undefined : parsePath(text);
}

/** Takes master keys as `parseMasterKeys` does; the empty text is none. */
export function parseMasterKeyTexts(text: string): readonly MasterKey[] | undefined {
  return text === '' ? undefined : parseMasterKeys(text);
}

/** Returns a parser of whole numbers in a closed range. */
export function parseInteger(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= min && value <= max)) throw new Error(`must be a whole number from ${min} to ${max}`);
    return value;
  };
}

/** Takes a share of a whole: a number from 0 to 1. */
export function parseShare(text: string): number {
  const value = /^\d(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= 1)) throw new Error('must be a number from 0 to 1');
  return value;
}

/** Takes a TCP port; 0 stands for any free one. */
export function parsePort(text: string): number {
  return parseInteger(0, 65_535)(text);
}

/** Takes a TCP port like parsePort; the empty text is none. */
export function parseOptionalPort(text: string): number | undefined {
  return text === '' ? undefined : parsePort(text);
}

/** Takes `true` or `false`. */
export function parseBoolean(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new Error('must be true or false');
  return text === 'true';
}

/** Returns a parser that takes one of the given words. */
export function parseChoice<const Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((candidate) => candidate === text);
    if (word === undefined) throw new Error(`must be one of ${words.join(', ')}`);
    return word;
  };
}

/**
 * Takes an http or https address without query; returns it without a slash at its end, or undefined
 * for the empty text.
 */
export function parseUrl(text: string): string | undefined {
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new Error('must be an address such as https://ocr.example.org');
  }
  return url.href.replace(/\/+$/, '');
}

/** Takes origins as browsers write them (RFC 6454, section 6.2), with commas between. */
export function parseOrigins(text: string): readonly string[] {
  const origins = text.split(',').flatMap((part) => part.trim() || []);
  for (const origin of origins) {
    const isExact = /^https?:[^*]+$/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin;
    if (!isExact) throw new Error('must be origins such as https://desk.example.org, without a path, separated by commas');
  }
  return origins;
}

/**
 * Takes a token as a client sends it: printable ASCII without spaces, long enough that nobody
 * guesses it. The empty text is no token.
 */
export function parseToken(text: string): string | undefined {
  if (text === '') return undefined;
  if (!/^[\x21-\x7e]{20,200}$/.test(text)) {
    const advice = '"openssl rand -hex 20" makes one; left out, the first start makes one and prints it';
    throw new Error(`must be 20 to 200 printable ASCII characters without spaces: ${advice}`);
  }
  return text;
}
