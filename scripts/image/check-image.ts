/**
 * Builds the image and runs it as strictly as a cluster does: `node scripts/image/check-image.ts`,
 * as root. Prints what was found; exits with 1 where something is not as it must be.
 *
 * `--pull` begins with the images of Docker Hub. Without it, equal ones are made of Debian's
 * packages and of the Node at hand. What can be kept between two runs lies in
 * `~/.cache/ocr-web/image`.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findForeignBuilds, measureImage } from './image-facts.ts';
import { type Buildah, openBuildah, requireImageTools } from './image-tools.ts';
import { makeBaseImages } from './make-base-images.ts';
import { type Container, runContainer } from './run-container.ts';

const root = join(import.meta.dirname, '../..');
const image = 'localhost/ocr-web';
const startSeconds = 60;
const stopSeconds = 25;
/** MB. */
const maxSize = 420;

const { values: options } = parseArgs({ options: { pull: { type: 'boolean', default: false } } });
requireImageTools();
const folder = join(homedir(), '.cache/ocr-web/image');
mkdirSync(folder, { recursive: true });
const buildah = openBuildah(folder);
if (!options.pull) makeBaseImages(buildah, folder);
buildah.show(
  'bud',
  '--isolation',
  'chroot',
  options.pull ? '--pull' : '--pull-never',
  '--layers=false',
  '--format',
  'docker',
  '--tag',
  image,
  root,
);
// What the former run left without a name.
buildah.print('rmi', '--prune', '--force');

const found = await examine(buildah);
console.table(found);
const wrong = Object.values(found).filter(({ isRight }) => !isRight);
process.exitCode = wrong.length === 0 ? 0 : 1;

type Found = Record<string, { readonly found: string; readonly isRight: boolean }>;

async function examine(buildah: Buildah): Promise<Found> {
  const working = buildah.print('from', '--pull-never', image);
  try {
    const files = buildah.print('mount', working);
    const sizes = measureImage(files);
    const foreign = findForeignBuilds(files);
    return {
      'size, MB': { found: JSON.stringify(sizes), isRight: (sizes.all as number) <= maxSize },
      'builds for other platforms': { found: foreign.join(' ') || 'none', isRight: foreign.length === 0 },
      ...(await examineRunning(files)),
    };
  } finally {
    buildah.print('rm', working);
  }
}

async function examineRunning(files: string): Promise<Found> {
  const token = randomBytes(24).toString('hex');
  const user = { uid: randomInt(100_000, 1_000_000_000), gid: randomInt(100_000, 1_000_000_000) };
  const { OCIv1 } = JSON.parse(buildah.print('inspect', '--type', 'image', image));
  const { Env: environment, Entrypoint: entry, Cmd: command } = OCIv1.config;
  const container = runContainer({
    root: files,
    user,
    command: [...entry, ...command],
    environment: [...environment, `OCR_WEB_TOKEN=${token}`, 'OCR_WEB_HOST=::'],
  });
  try {
    await becomesReady(container);
    const scanned = container.fromInside(process.execPath, join(root, 'scripts/image/scan-specimen.ts'), 'http://[::1]:8080', token).trim();
    const health = container.exec('node', '/app/deploy/image/ask-health.mjs');
    const writing = container.exec('sh', '-c', 'echo > /app/written');
    const created = container.exec('ocr-web', 'token', 'create', 'front-desk');
    const zombies = await countZombiesAfterKill(container);
    return {
      'a specimen, over IPv6, as any user': {
        found: `${scanned} as ${user.uid}:${user.gid}`,
        isRight: scanned === '{"http":201,"status":"COM","number":"L898902C3","score":100,"hasPage":true}',
      },
      'health check': { found: `exit ${health.code}`, isRight: health.code === 0 },
      'writing to the root': {
        found: writing.output.trim(),
        isRight: writing.code !== 0 && writing.output.includes('Read-only file system'),
      },
      'a token of the command line': { found: `exit ${created.code}`, isRight: created.code === 0 },
      'zombies of a service that was killed': { found: String(zombies), isRight: zombies === 0 },
      ...(await examineStop(container)),
    };
  } finally {
    await container.remove();
  }
}

async function becomesReady(container: Container): Promise<void> {
  const ended = container.ended.then(({ code, log }) => {
    throw new Error(`The container ended with ${code}:\n${log}`);
  });
  const answers = async () => {
    for (let tries = 0; tries < startSeconds * 2; tries += 1) {
      await setTimeout(500);
      if (
        container.exec('node', '-e', "fetch('http://[::1]:8080/readyz').then(({ok}) => process.exit(ok ? 0 : 1), () => process.exit(1))")
          .code === 0
      )
        return;
    }
    throw new Error(`The container was not ready within ${startSeconds} s.`);
  };
  await Promise.race([answers(), ended]);
}

/** Kills the service below the supervisor, which starts it again; its readers lose their parent. */
async function countZombiesAfterKill(container: Container): Promise<number> {
  const children = (pid: number) =>
    execFileSync('pgrep', ['--parent', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  const [supervisor] = children(container.pid()) as [number];
  for (const service of children(supervisor)) process.kill(service, 'SIGKILL');
  await setTimeout(2000);
  await becomesReady(container);
  const states = execFileSync('ps', ['--ppid', `${container.pid()},${supervisor}`, '-o', 'stat='], { encoding: 'utf8' });
  return states.split('\n').filter((state) => state.startsWith('Z')).length;
}

async function examineStop(container: Container): Promise<Found> {
  const start = performance.now();
  container.signal('TERM');
  const end = await Promise.race([container.ended, setTimeout(stopSeconds * 1000, undefined, { ref: false })]);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  return { 'SIGTERM to process 1': { found: `exit ${end?.code} after ${seconds} s`, isRight: end?.code === 0 } };
}
