import type { TokenScopeName } from '@ocr-web/api';

/** Who sends a request: a token, what it may do, and the owner whose scans it opens. */
export type Caller = {
  readonly tokenId: string;
  readonly ownerId: string;
  readonly scopes: readonly TokenScopeName[];
  /** Requests in a window; null: as many as the settings say. */
  readonly rateLimit: number | null;
  /** Files in a day; null: as many as there are. */
  readonly scansPerDay: number | null;
};
