/** Headers of answers, as components of the document. */
export const answerHeaders = {
  'X-Request-ID': {
    description:
      'The id of the request: the one that was sent, where it is 1 to 128 visible ASCII characters, or a fresh one. The logs have it too.',
    required: true,
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
    example: '5d4e6f4c-0f0e-4e5c-9d0b-1f6a3c2b7a90',
  },
  'RateLimit-Policy': {
    description: 'How many requests (`q`) a token may send in how many seconds (`w`). Not sent where no limit is set.',
    schema: { type: 'string', pattern: '^"default";q=\\d+;w=\\d+$' },
    example: '"default";q=6000;w=60',
  },
  RateLimit: {
    description: 'How many of them are left (`r`), and in how many seconds the quota is whole again (`t`). Not sent where no limit is set.',
    schema: { type: 'string', pattern: '^"default";r=\\d+;t=\\d+$' },
    example: '"default";r=5999;t=60',
  },
  'Retry-After': {
    description: 'After how many seconds to try again.',
    required: true,
    schema: { type: 'integer', minimum: 1 },
    example: 5,
  },
  'WWW-Authenticate': {
    description: 'How to authenticate.',
    required: true,
    schema: { type: 'string', enum: ['Token', 'Bearer'] },
  },
} as const;

const retried = [429, 503, 507];

/** Returns which of them an answer carries. */
export function headersOf(status: number, needsToken: boolean): Readonly<Record<string, { $ref: string }>> {
  const names: (keyof typeof answerHeaders)[] = ['X-Request-ID'];
  // A token that nobody knows has no quota.
  if (needsToken && status !== 401) names.push('RateLimit-Policy', 'RateLimit');
  if (needsToken && status === 401) names.push('WWW-Authenticate');
  if (needsToken && retried.includes(status)) names.push('Retry-After');
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
