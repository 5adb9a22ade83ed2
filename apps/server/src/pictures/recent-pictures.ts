import type { ExpiringCache } from '../cache/expiring-cache.ts';

/** A picture as it was before it was sealed, and what it was sealed with. */
export type RecentPicture = { readonly ownerId: string; readonly dataKey: string | null; readonly bytes: Uint8Array };

/** The pictures that were stored last, by the keys of their objects. */
export type RecentPictures = Pick<ExpiringCache<RecentPicture>, 'get' | 'set' | 'delete'>;
