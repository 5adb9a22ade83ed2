import { join } from 'node:path';
import type { About } from './answer.ts';
import { parseLines } from './parse-lines.ts';
import type { PeerDefinition } from './peers.ts';
import { type PeerProcess, startPeer } from './start-peer.ts';
import type { Asked, PictureLabel } from './summarise-peer.ts';

/** All that one peer did in a run, or the error for which it did nothing. */
export type PeerRun =
  | { readonly name: string; readonly about: About; readonly asked: readonly Asked[]; readonly memory_mib: number }
  | { readonly name: string; readonly error: string };

/**
 * Every picture goes to all peers, one at a time and in turns, so that nothing else of this run
 * works meanwhile and what slows the machine for a while slows all. A first picture that does not
 * count has each of them load what it needs.
 */
export async function askAll(
  definitions: readonly PeerDefinition[],
  labels: readonly PictureLabel[],
  folder: string,
  onPicture?: (done: number) => void,
): Promise<PeerRun[]> {
  const entrants: Entrant[] = [];
  for (const definition of definitions) entrants.push(await enter(definition));
  const [first] = labels;
  if (first) for (const entrant of entrants) await entrant.process?.ask(join(folder, first.file));
  for (const [index, label] of labels.entries()) {
    for (const turn of entrants.keys()) await askOne(entrants[(index + turn) % entrants.length], label, folder);
    onPicture?.(index + 1);
  }
  for (const { process: running } of entrants) running?.close();
  return entrants.map(({ definition: { name }, about, asked, memory_mib, error }) =>
    about ? { name, about, asked, memory_mib } : { name, error: error ?? 'not started' },
  );
}

interface Entrant {
  readonly definition: PeerDefinition;
  readonly about?: About;
  readonly error?: string;
  process?: PeerProcess | undefined;
  asked: Asked[];
  memory_mib: number;
}

async function enter(definition: PeerDefinition): Promise<Entrant> {
  try {
    const started = await startPeer(definition);
    return { definition, process: started, about: started.about, asked: [], memory_mib: 0 };
  } catch (error) {
    return { definition, error: error instanceof Error ? error.message : String(error), asked: [], memory_mib: 0 };
  }
}

async function askOne(entrant: Entrant | undefined, label: PictureLabel, folder: string): Promise<void> {
  if (!entrant?.about) return;
  entrant.process ??= await startPeer(entrant.definition);
  const { answer, ms } = await entrant.process.ask(join(folder, label.file));
  entrant.asked.push({ label, answer: entrant.definition.needsParser ? parseLines(answer) : answer, ms });
  entrant.memory_mib = Math.max(entrant.memory_mib, entrant.process.peakMemory_mib());
  if (entrant.process.isOver()) entrant.process = undefined;
}
