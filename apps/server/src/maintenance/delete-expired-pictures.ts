import { type DeletePictureDeps, deletePicture } from '../scans/delete-picture.ts';

/** Deletes every picture whose time is over while its scan is kept. Returns how many. */
export async function deleteExpiredPictures({ sql, store }: DeletePictureDeps, now: Date): Promise<number> {
  const expired = await sql
    .selectFrom('scans')
    .select(['id as scanId', 'picture_key as pictureKey'])
    .where('picture_expires_at', '<=', now)
    .where('picture_deleted_at', 'is', null)
    .orderBy('picture_expires_at')
    .execute();
  for (const scan of expired) await deletePicture({ sql, store }, scan, now);
  return expired.length;
}
