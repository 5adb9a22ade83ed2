import { ServiceError } from '../../errors/service-error.ts';

/**
 * Writes the cursor of a list that goes on below an id. Clients are told nothing about what is in
 * it.
 */
export function renderCursor(id: number): string {
  return Buffer.from(`below ${id}`).toString('base64url');
}

/**
 * Returns below which id a list goes on.
 *
 * @throws ServiceError `field.invalid` for what is no cursor
 */
export function parseCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const id = /^below (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1];
  if (id === undefined || renderCursor(Number(id)) !== cursor) {
    throw new ServiceError('field.invalid', 'Send the next_cursor of the page before, as it was given.', { field: 'cursor' });
  }
  return Number(id);
}
