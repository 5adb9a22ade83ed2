import { type Bindings, type DestinationStream, type Logger, pino } from 'pino';
import { isRoute } from '../tracing/span-attributes.ts';
import { describeError } from './describe-error.ts';
import { methods } from './known-words.ts';
import { logFields } from './log-fields.ts';
import { toSafeMessage } from './log-messages.ts';
import { isNumber, isOneOf, pickSafe } from './safe-values.ts';

const isMethod = isOneOf(methods);

/**
 * Makes the service's logger: JSON lines that carry ids, codes and durations, and cannot carry an
 * identity value, a token or a picture, whatever is handed to it. Fields and messages come from
 * closed lists; of what is left out a line says only how much it was, as `withheld`.
 *
 * A request is logged by its method and route pattern: its address can carry a signature, and its
 * headers carry the token.
 *
 * @param destination where the lines go; standard error in the service, since standard output
 *   belongs to the banner
 */
export function createLogger(level: string, destination: DestinationStream): Logger {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: toSafeFields },
      hooks: {
        logMethod(args, method) {
          method.apply(this, toSafeArguments(args));
        },
      },
      serializers: {
        req: (request: { method?: unknown; routeOptions?: { url?: unknown } } | null) => ({
          method: isMethod(request?.method) ? request.method : 'unknown',
          route: isRoute(request?.routeOptions?.url) ? request.routeOptions.url : 'unknown',
        }),
        res: (reply: { statusCode?: unknown } | null) => ({ status: isNumber(reply?.statusCode) ? reply.statusCode : null }),
        err: (error: unknown) => describeError(error),
      },
    },
    destination,
  );
  return withSafeBindings(logger);
}

/** A line is some fields and a constant; what would be put into a message is left out. */
function toSafeArguments([first, second]: readonly unknown[]): [object, string] {
  if (typeof first !== 'object' || first === null) return [{}, toSafeMessage(first)];
  return [first instanceof Error ? { err: first } : first, toSafeMessage(second)];
}

/** Pino passes fields of a single line through its formatter, but not those of a child. */
function withSafeBindings(logger: Logger): Logger {
  const { child, setBindings } = logger;
  const safe = {
    child(this: Logger, bindings: Bindings) {
      return child.call(this, pickSafe(logFields, bindings).picked);
    },
    setBindings(this: Logger, bindings: Bindings) {
      setBindings.call(this, pickSafe(logFields, bindings).picked);
    },
  };
  return Object.assign(logger, safe as Pick<Logger, 'child' | 'setBindings'>);
}

function toSafeFields(fields: Record<string, unknown>): Record<string, unknown> {
  const { picked, withheld } = pickSafe(logFields, fields);
  return withheld === 0 ? picked : { ...picked, withheld };
}
