// The reader pool with nothing before it, in a process of its own: what it costs can then be told
// from what the bench costs.
import { openReaderPool } from '@ocr-web/reader-node';
import { runClosedLoop } from '../harness/run-closed-loop.ts';

export type BarePoolRequest =
  | { readonly do: 'keep'; readonly pictures: readonly Uint8Array[] }
  | { readonly do: 'loop'; readonly clients: number; readonly seconds: number }
  | { readonly do: 'all'; readonly count: number }
  | { readonly do: 'one'; readonly index: number };

const pool = await openReaderPool({ size: Number(process.argv[2]) });
let pictures: readonly Uint8Array[] = [];
const read = async (index: number) => {
  const { zones } = await pool.read(pictures[index % pictures.length] as Uint8Array);
  if (zones.length === 0) throw new Error(`No zone was found in picture ${index % pictures.length}.`);
};

process.on('message', async (request: BarePoolRequest) => {
  process.send?.(await handle(request));
});
process.once('disconnect', () => pool.close());
process.send?.('ready');

/** Answers a loop with its result, and everything else with the milliseconds that it took. */
async function handle(request: BarePoolRequest) {
  const startedAt = performance.now();
  if (request.do === 'loop') return await runClosedLoop(request.clients, request.seconds, read);
  if (request.do === 'keep') pictures = request.pictures;
  if (request.do === 'one') await read(request.index);
  if (request.do === 'all') await Promise.all(Array.from({ length: request.count }, (_, index) => read(index)));
  return performance.now() - startedAt;
}
