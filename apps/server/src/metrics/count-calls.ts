import { Counter, Histogram, type Registry } from 'prom-client';
import type { ObserveCall } from './observed-call.ts';

/**
 * Seconds. A statement on the embedded database takes a few microseconds, one on a server a
 * millisecond.
 */
const buckets = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * Counts the calls of another system by operation, those that failed among them, and their time.
 */
export function countCalls(registry: Registry, system: 'database' | 'store'): ObserveCall {
  const registers = [registry];
  const what = { database: 'Statements and commits', store: 'Calls of the picture store' }[system];
  const errors = new Counter({
    name: `ocr_web_${system}_errors_total`,
    help: `${what} that failed, by operation.`,
    labelNames: ['operation'],
    registers,
  });
  const durations = new Histogram({
    name: `ocr_web_${system}_call_duration_seconds`,
    help: `${what}, by operation: how many, and their time.`,
    labelNames: ['operation'],
    buckets,
    registers,
  });
  return (operation, seconds, hasFailed) => {
    durations.observe({ operation }, seconds);
    errors.inc({ operation }, hasFailed ? 1 : 0);
  };
}
