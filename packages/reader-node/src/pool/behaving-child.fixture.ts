import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { EngineError } from '@ocr-web/reader';
import { serveRequests } from './serve-requests.ts';

/**
 * What the tests of the pool ask a real child to do. `sign` is a file that it writes to show that
 * it is at work.
 */
export type Behaviour =
  | { readonly do: 'echo'; readonly bytes: Uint8Array }
  | { readonly do: 'wait'; readonly ms: number; readonly sign?: string }
  | { readonly do: 'spin'; readonly sign?: string }
  /** Hangs unless the file is there, which it writes first. */
  | { readonly do: 'hang once'; readonly mark: string }
  /** Dies by a signal, `times` times; the file keeps count. */
  | { readonly do: 'die'; readonly by: NodeJS.Signals; readonly times: number; readonly tally: string }
  | { readonly do: 'exit'; readonly words?: string }
  | { readonly do: 'swallow memory' | 'fail' | 'refuse' };

let served = 0;

const behave = {
  echo: ({ bytes }: { bytes: Uint8Array }) => bytes,
  wait: ({ ms }: { ms: number }) => new Promise((resolve) => setTimeout(resolve, ms)),
  'hang once': ({ mark }: { mark: string }) => {
    if (existsSync(mark)) return 'done';
    writeFileSync(mark, '');
    return new Promise(() => undefined);
  },
  die: ({ by, times, tally }: { by: NodeJS.Signals; times: number; tally: string }) => {
    appendFileSync(tally, '.');
    if (readFileSync(tally).length > times) return 'done';
    process.kill(process.pid, by);
    return new Promise(() => undefined);
  },
  exit: ({ words = 'last words' }: { words?: string }) => {
    process.stderr.write(words);
    process.exit(7);
  },
  spin: () => {
    for (;;);
  },
  'swallow memory': () => {
    for (const held: Buffer[] = []; ; ) held.push(Buffer.alloc(1 << 24, 1));
  },
  fail: () => {
    throw new TypeError('a bug');
  },
  refuse: () => {
    throw new EngineError('picture.corrupt', 'It is damaged.', { cause: 'the decoder said so' });
  },
};

const settings: { unfit?: boolean } = JSON.parse(process.argv[2]!);

async function handle(behaviour: Behaviour): Promise<unknown> {
  if ('sign' in behaviour) writeFileSync(behaviour.sign, '');
  const output = await (behave[behaviour.do] as (behaviour: Behaviour) => unknown)(behaviour);
  return { pid: process.pid, served: ++served, output };
}

await serveRequests<Behaviour, unknown>(() => {
  const unfit = new EngineError('model.invalid', 'The model is not the one of the manifest.');
  return settings.unfit ? Promise.reject(unfit) : Promise.resolve(handle);
});
