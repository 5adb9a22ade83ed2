import { type TokenScopeName, tokenScopes } from '@ocr-web/api';
import { UsageError } from '../cli-error.ts';

export const limitOptions = {
  'rate-limit': {
    type: 'string',
    valueHint: 'NUMBER',
    description: 'Most requests in a window of OCR_WEB_RATE_LIMIT_WINDOW_SECONDS; none: OCR_WEB_RATE_LIMIT',
  },
  'scans-per-day': { type: 'string', valueHint: 'NUMBER', description: 'Most files in a day (UTC); none: as many as there are' },
} as const;

type LimitValues = { readonly 'rate-limit': string | undefined; readonly 'scans-per-day': string | undefined };

/**
 * Reads the limits of a token; undefined for those that were not given.
 *
 * @throws UsageError for what is neither a whole number nor "none"
 */
export function parseLimits(values: LimitValues): { readonly rateLimit?: number | null; readonly scansPerDay?: number | null } {
  const rateLimit = parseLimit(values['rate-limit'], '--rate-limit');
  const scansPerDay = parseLimit(values['scans-per-day'], '--scans-per-day');
  return { ...(rateLimit === undefined ? {} : { rateLimit }), ...(scansPerDay === undefined ? {} : { scansPerDay }) };
}

function parseLimit(text: string | undefined, option: string): number | null | undefined {
  if (text === undefined) return undefined;
  if (text === 'none') return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`${option} must be a whole number of 1 or more, or none.`);
}

/**
 * Reads scopes with commas between.
 *
 * @throws UsageError for a word that is none
 */
export function parseScopes(text: string): TokenScopeName[] {
  const words = text.split(',').map((word) => word.trim());
  const isScope = (word: string): word is TokenScopeName => (tokenScopes as readonly string[]).includes(word);
  if (words.every(isScope)) return words;
  throw new UsageError(`--scopes must be some of ${tokenScopes.join(', ')}, with commas between.`);
}
