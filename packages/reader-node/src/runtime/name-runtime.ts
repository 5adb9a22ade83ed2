import { openRuntime, type RuntimeChoice, type RuntimeName } from './runtime.ts';

/**
 * Says which runtime a choice comes to on this machine, and loads it for that.
 *
 * @throws EngineError `model.invalid` when it is not available here
 */
export async function nameRuntime(choice: RuntimeChoice): Promise<RuntimeName> {
  return (await openRuntime(choice)).name;
}
