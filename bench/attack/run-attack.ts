import { setTimeout } from 'node:timers/promises';
import type { Attack } from './attack.ts';
import type { Target } from './start-target.ts';
import { type HealthDelay, longestHealthMs } from './watch-health.ts';

export type AttackResult = {
  readonly name: string;
  readonly outcome: string;
  readonly seconds: number;
  readonly worstHealth: HealthDelay;
  /** MiB of all but the readers afterwards; undefined when the service was dead. */
  readonly memory: number | undefined;
  readonly hasFailed: boolean;
};

/**
 * An orchestrator asks no more patiently. The time counts in which the service itself computed, so
 * that a machine which is busy with something else makes no miss; an answer that never came is one
 * in any case.
 */
const maxHealthMs = 1000;
/** A service that did not answer for so long after the end of an attack is given up. */
const recoverySeconds = 30;

/**
 * Runs an attack on a running service, at most for its limit.
 *
 * @returns what came of it, and whether the service can take the next one
 */
export async function runAttack(attack: Attack, target: Target): Promise<{ readonly result: AttackResult; readonly isUsable: boolean }> {
  target.health.takeWorst();
  const startedAt = performance.now();
  const outcome = await bounded(attack, target).then(
    (text) => ({ text, hasFailed: false }),
    (error: unknown) => ({ text: `MISS: ${firstLine(error)}`, hasFailed: true }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const worstHealth = target.health.takeWorst();
  const isUsable = await recovers(target);
  const memory = target.isAlive() ? target.memory() : undefined;
  const isSlow = worstHealth.busyMs > maxHealthMs || worstHealth.wallMs >= longestHealthMs;
  const complaints = [
    outcome.text,
    ...(isSlow && !outcome.hasFailed ? ['MISS: /healthz'] : []),
    ...(isUsable ? [] : [target.isAlive() ? 'hangs' : 'DIED']),
  ];
  const hasFailed = outcome.hasFailed || isSlow || !isUsable;
  return { result: { name: attack.name, outcome: complaints.join('; '), seconds, worstHealth, memory, hasFailed }, isUsable };
}

async function bounded({ run, limitSeconds }: Attack, target: Target): Promise<string> {
  const limit = new AbortController();
  const late = new Error(`not done within ${limitSeconds} s`);
  const timer = globalThis.setTimeout(() => limit.abort(late), limitSeconds * 1000);
  const aborted = new Promise<never>((_, reject) => limit.signal.addEventListener('abort', () => reject(late)));
  try {
    return await Promise.race([run(target, limit.signal), aborted]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until /healthz answers in time again. */
async function recovers({ url, isAlive }: Target): Promise<boolean> {
  const until = performance.now() + recoverySeconds * 1000;
  while (isAlive() && performance.now() < until) {
    const signal = AbortSignal.timeout(maxHealthMs);
    const isWell = await fetch(`${url}/healthz`, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isWell) return true;
    await setTimeout(500);
  }
  return false;
}

function firstLine(error: unknown): string {
  return (
    String(error instanceof Error ? error.message : error)
      .split('\n')[0]
      ?.slice(0, 160) ?? ''
  );
}
