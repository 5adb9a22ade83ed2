import { openRuntime } from './open-runtime.ts';
import type { RuntimeChoice, RuntimeName } from './runtime.ts';

/**
 * Says which runtime a choice comes to on this machine, and loads it for that.
 *
 * @throws EngineError `model.invalid` when it is not available here
 */
export async function nameRuntime(choice: RuntimeChoice): Promise<RuntimeName> {
  return (await openRuntime(choice)).name;
}
