/**
 * What a rate of pictures takes, from measured costs: `node bench/capacity.ts [--rate 1000] [--busy
 * 0.6] [--picture-kb 400] [--minutes 60]`.
 *
 * Reads the baselines of `bench/servers.ts` (processor time of each part for a picture) and
 * `bench/service.ts` (memory), and multiplies. On paper: nothing is started.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderTable } from './page/render-table.ts';

const { values: options } = parseArgs({
  options: {
    rate: { type: 'string', default: '1000' },
    /** Share of each core that is used: what is left takes peaks and a lost machine. */
    busy: { type: 'string', default: '0.6' },
    'picture-kb': { type: 'string', default: '400' },
    /** How long pictures are kept. */
    minutes: { type: 'string', default: '60' },
  },
});
const [rate, busy, pictureKb, minutes] = [options.rate, options.busy, options['picture-kb'], options.minutes].map(Number) as [
  number,
  number,
  number,
  number,
];

/** Of a scan where `api` and `worker` are apart (`node bench/statements.ts`; 5 in one process). */
const statements = 6;
/** Of a scan: the one that takes it in, and the one that ends it. Its claim does not wait. */
const durableCommits = 2;

type Servers = {
  readonly throughput: { readonly service: { readonly main: number; readonly readers: number } };
  readonly database: number;
  readonly store: number;
};
type Service = {
  readonly memory: readonly { readonly main: { readonly peak: number }; readonly readers: readonly { readonly peak: number }[] }[];
};
const servers = readBaseline<Servers>('servers');
const service = readBaseline<Service>('service');

const { main, readers } = servers.throughput.service;
const cores = (ms: number) => Math.ceil((rate * ms) / 1000 / busy);
const peakOf = (part: Service['memory'][number]) => Math.max(part.main.peak, 0);
const mainMib = Math.max(...service.memory.map(peakOf));
const readerMib = Math.max(...service.memory.flatMap((part) => part.readers.map(({ peak }) => peak)));
const apiProcesses = cores(main);

const rows = [
  ['readers', `${readers.toFixed(0)} ms`, `${cores(readers)}`, `${Math.ceil((cores(readers) * readerMib) / 1024)} GiB`],
  ['api and worker processes', `${main.toFixed(0)} ms`, `${apiProcesses}`, `${Math.ceil((apiProcesses * mainMib) / 1024)} GiB`],
  ['PostgreSQL', `${servers.database.toFixed(0)} ms`, `${cores(servers.database)}`, ''],
  ['S3 store', `${servers.store.toFixed(0)} ms`, `${cores(servers.store)}`, ''],
];
process.stdout.write(`${rate} pictures a second, cores ${busy * 100} % busy\n`);
process.stdout.write(`${renderTable(['part', 'processor time a picture', 'cores', 'memory'], rows)}\n\n`);
const gigabit = (kb: number) => ((rate * kb * 8) / 1e6).toFixed(1);
const flows = [
  ['statements a second on PostgreSQL', `${(rate * statements).toLocaleString('en')}`],
  ['commits a second that wait for its disk', `${(rate * durableCommits).toLocaleString('en')}`],
  ['into the service, Gbit/s', gigabit(pictureKb)],
  ['to and from the store, Gbit/s', gigabit(2 * pictureKb)],
  [`pictures in the store after ${minutes} minutes, GB`, `${((rate * 60 * minutes * pictureKb) / 1e6).toFixed(0)}`],
];
process.stdout.write(`${renderTable([`with pictures of ${pictureKb} kB`, ''], flows)}\n`);

function readBaseline<Report>(name: string): Report {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'baseline', `${name}.json`), 'utf8')) as Report;
}
