/** Who sends a request: a token, and the owner whose scans it opens. */
export type Caller = { readonly tokenId: string; readonly ownerId: string };
