import { ServiceError } from '../../../errors/service-error.ts';

/**
 * Reads when a token is to end; its form was checked by the schema.
 *
 * @throws ServiceError `field.invalid` when that is over
 */
export function readEnd(text: string | undefined, now: Date): Date | undefined {
  if (text === undefined) return undefined;
  const end = new Date(text);
  if (end > now) return end;
  throw new ServiceError('field.invalid', 'It must be in the future.', { field: 'expires_at' });
}
