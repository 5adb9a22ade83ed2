import { type TokenScopeName, tokenScopes } from '@ocr-web/api';
import { UsageError } from '../../cli-error.ts';

export const limitOptions = {
  'rate-limit': {
    type: 'string',
    valueHint: 'NUMBER',
    description: 'Most requests in a window of OCR_WEB_RATE_LIMIT_WINDOW_SECONDS; none: OCR_WEB_RATE_LIMIT',
  },
  'scans-per-day': { type: 'string', valueHint: 'NUMBER', description: 'Most files in a day (UTC); none: as many as there are' },
  retain: { type: 'string', valueHint: 'MINUTES', description: 'How long its scans are kept; none: OCR_WEB_RETENTION_HOURS' },
  'retain-picture': {
    type: 'string',
    valueHint: 'MINUTES',
    description: 'How long their files are kept once they are read; none: OCR_WEB_PICTURE_RETENTION_MINUTES',
  },
} as const;

/** Which limit each option sets, and the least that it takes. */
const limitsByOption = {
  'rate-limit': { limit: 'rateLimit', least: 1 },
  'scans-per-day': { limit: 'scansPerDay', least: 1 },
  retain: { limit: 'retainMinutes', least: 1 },
  'retain-picture': { limit: 'retainPictureMinutes', least: 0 },
} as const;

type LimitOption = keyof typeof limitsByOption;
type LimitValues = { readonly [Option in LimitOption]: string | undefined };
type Limits = { [Option in LimitOption as (typeof limitsByOption)[Option]['limit']]?: number | null };

/**
 * Reads the limits of a token, those that were given.
 *
 * @throws UsageError for what is neither a whole number nor "none"
 */
export function parseLimits(values: LimitValues): Readonly<Limits> {
  const limits: Limits = {};
  for (const [option, { limit, least }] of Object.entries(limitsByOption)) {
    const text = values[option as LimitOption];
    if (text !== undefined) limits[limit] = parseLimit(text, least, `--${option}`);
  }
  return limits;
}

function parseLimit(text: string, least: number, option: string): number | null {
  if (text === 'none') return null;
  if (/^(0|[1-9]\d{0,8})$/.test(text) && Number(text) >= least) return Number(text);
  throw new UsageError(`${option} must be a whole number of ${least} or more, or none.`);
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
