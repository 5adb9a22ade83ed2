import { ServiceError } from '../../errors/service-error.ts';

/** The years that JavaScript and PostgreSQL write alike; a bound beyond them is as good as none. */
const [earliest, latest] = [Date.parse('1970-01-01T00:00:00Z'), Date.parse('9999-12-31T00:00:00Z')];

/**
 * Reads a time in a query, whose form the schema has checked.
 *
 * @throws ServiceError `field.invalid` for a time that no calendar has
 */
export function parseTime(text: string | undefined, field: string): Date | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new ServiceError('field.invalid', 'There is no such time.', { field });
  return new Date(Math.min(Math.max(time, earliest), latest));
}
