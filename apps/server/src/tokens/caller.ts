import type { TokenScopeName } from '@ocr-web/api';

/** Who sends a request: a token, and the owner whose scans it opens. */
export type Caller = { readonly tokenId: string; readonly ownerId: string; readonly scopes: readonly TokenScopeName[] };
