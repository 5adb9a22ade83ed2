import type { TokenScopeName } from '@ocr-web/api';
import type { TokenLimits } from './token-limits.ts';

/** Who sends a request: a token, what it may do, and the owner whose scans it opens. */
export type Caller = TokenLimits & {
  readonly tokenId: string;
  readonly ownerId: string;
  readonly scopes: readonly TokenScopeName[];
};
