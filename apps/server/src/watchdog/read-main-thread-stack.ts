import { type Debugger, Session } from 'node:inspector';
import { setTimeout } from 'node:timers/promises';

/** Innermost calls that are kept. */
const maxFrames = 40;

/**
 * Stops the main thread of this process and reads where it is, also when it runs without end. Only
 * for a process that is about to end: the main thread does not go on. No port is opened for it.
 * Arguments and variables are not read.
 *
 * @returns the calls from the innermost on, each as `name (file:line)`; undefined when the thread
 *   did not stop in time, being in native code
 */
export async function readMainThreadStack(maxWaitMs: number): Promise<readonly string[] | undefined> {
  const session = new Session();
  session.connectToMainThread();
  const urls = new Map<string, string>();
  session.on('Debugger.scriptParsed', ({ params }) => urls.set(params.scriptId, params.url));
  const describeFrame = ({ functionName, location }: Debugger.CallFrame) =>
    // The protocol counts lines from 0.
    `${functionName || '(anonymous)'} (${urls.get(location.scriptId)}:${location.lineNumber + 1})`;
  const stopped = new Promise<readonly string[]>((resolve) => {
    session.once('Debugger.paused', ({ params }) => resolve(params.callFrames.slice(0, maxFrames).map(describeFrame)));
  });
  session.post('Debugger.enable');
  session.post('Debugger.pause');
  return await Promise.race([stopped, setTimeout(maxWaitMs, undefined)]);
}
