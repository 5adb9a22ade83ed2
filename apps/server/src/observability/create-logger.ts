import { type DestinationStream, type Logger, pino } from 'pino';
import { describeError } from './describe-error.ts';

/**
 * Makes the service's logger: JSON lines that carry ids, codes and durations, never an identity
 * value, a token or a picture.
 *
 * A request is logged by its method and route pattern: its address can carry a signature, and its
 * headers carry the token.
 *
 * @param destination where the lines go; standard error in the service, since standard output
 *   belongs to the banner
 */
export function createLogger(level: string, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        req: (request: { method: string; routeOptions?: { url?: string } }) => ({
          method: request.method,
          route: request.routeOptions?.url ?? 'unknown',
        }),
        res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
        err: (error: unknown) => describeError(error),
      },
    },
    destination,
  );
}
