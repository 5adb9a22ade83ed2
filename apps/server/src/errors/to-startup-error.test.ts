import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StartupError } from './startup-error.ts';
import { toStartupError } from './to-startup-error.ts';

let folder: string;
let tiny: string | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocr-web-startup-'));
  await writeFile(join(folder, 'file'), '');
  await symlink(join(folder, 'loop'), join(folder, 'loop'));
  tiny = await mountTinyDisk(join(folder, 'tiny'));
});
afterAll(async () => {
  if (tiny !== undefined) execFileSync('umount', [tiny]);
  await rm(folder, { recursive: true });
});

/** Undefined where this user may not mount. */
async function mountTinyDisk(path: string): Promise<string | undefined> {
  await mkdir(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path], { stdio: 'ignore' });
    return path;
  } catch {
    return undefined;
  }
}

/** What is told of an error that really happens. */
async function tell(fail: () => unknown, dataDirectory = folder): Promise<{ code: string; message: string }> {
  try {
    await fail();
  } catch (error) {
    const { code, message } = toStartupError(error, dataDirectory);
    return { code, message: message.replaceAll(folder, 'FOLDER') };
  }
  throw new Error('It did not fail.');
}

const otherFolder = 'set OCR_WEB_DATA_DIR to another folder.';
const makeUnder = (name: string) => () => mkdir(join(folder, name, 'data'), { recursive: true });

describe('errors of the system', () => {
  test.each([
    ['file', `A part of the path FOLDER/file/data is a file, not a folder (ENOTDIR). Move that file away, or ${otherFolder}`],
    ['loop', `The links on the way to FOLDER/loop/data go round in a circle (ELOOP). Mend them, or ${otherFolder}`],
    [
      'x'.repeat(300),
      `The path FOLDER/${'x'.repeat(300)}/data is too long for the file system (ENAMETOOLONG). Set OCR_WEB_DATA_DIR to a shorter path.`,
    ],
  ])('%s', async (name, message) => {
    expect(await tell(makeUnder(name))).toEqual({ code: 'data_directory.unusable', message });
  });

  test('a file that has the name of the folder', async () => {
    expect(await tell(() => mkdir(join(folder, 'file'), { recursive: true }))).toEqual({
      code: 'data_directory.unusable',
      message: `FOLDER/file is there, but is not a folder (EEXIST). Move that file away, or ${otherFolder}`,
    });
  });

  test('too few open files', () => {
    const program = `import { openSync } from 'node:fs'; import { toStartupError } from '${new URL('./to-startup-error.ts', import.meta.url)}';
      try { for (;;) openSync('/dev/null'); } catch (error) { const { code, message } = toStartupError(error, '/'); process.stdout.write(JSON.stringify({ code, message })); }`;
    const shell = 'ulimit -n 60; exec "$0" --input-type=module --eval "$1"';
    expect(JSON.parse(execFileSync('sh', ['-c', shell, process.execPath, program], { encoding: 'utf8' }))).toEqual({
      code: 'machine.exhausted',
      message:
        'This process may not open more files (EMFILE). Raise its limit to 1024 or more: "ulimit -n 1024" in the shell that starts it, LimitNOFILE= in a systemd unit.',
    });
  });

  test('a full disk: how much is free', async ({ skip }) => {
    if (tiny === undefined) return skip('mounting is not allowed here');
    const path = tiny;
    const full = {
      code: 'disk.full',
      message:
        'There is no space left on the disk of FOLDER/tiny: 0 MiB are free, 200 or more should be. Free some, or set OCR_WEB_DATA_DIR to a folder on a larger disk.',
    };
    expect(await tell(() => writeFile(join(path, 'large'), Buffer.alloc(200_000)), path)).toEqual(full);
    await rm(join(path, 'large'));
    const database = new DatabaseSync(join(path, 'database'));
    const fill = () => database.exec('create table t (bytes blob); insert into t values (zeroblob(200000))');
    expect(await tell(fill, path)).toEqual(full);
    database.close();
  });
});

describe('errors of the database', () => {
  const restore =
    'Stop everything that uses this folder, then put a backup of it in its place, or move it away and start with an empty one. Its pictures are files in the folder "pictures".';

  test('a file that is no database', async () => {
    await writeFile(join(folder, 'text'), 'not a database '.repeat(100));
    const database = new DatabaseSync(join(folder, 'text'));
    expect(await tell(() => database.exec('select * from sqlite_schema'))).toEqual({
      code: 'database.damaged',
      message: `The database in FOLDER is damaged, or another file has its name (file is not a database). ${restore}`,
    });
    database.close();
  });

  test('a folder that has the name of the database', async () => {
    expect(await tell(() => new DatabaseSync(folder))).toEqual({
      code: 'database.unusable',
      message:
        'The database in FOLDER cannot be opened (unable to open database file). Look whether this user may write in the folder and its files, and whether a folder has the name of the database.',
    });
  });

  test('an extended code means what its low byte does, wherever in the chain it stands', () => {
    // SQLITE_CORRUPT_INDEX, which takes a damaged disk to provoke.
    const cause = Object.assign(new Error('database disk image is malformed'), { code: 'ERR_SQLITE_ERROR', errcode: 779 });
    const { code, message } = toStartupError(new Error('the migration failed', { cause }), '/data');
    expect({ code, message }).toEqual({
      code: 'database.damaged',
      message: `The database in /data is damaged (database disk image is malformed). ${restore}`,
    });
  });
});

describe('everything else', () => {
  const report =
    'Look with "npx ocr-web doctor" for what is wrong. If it finds nothing, this is a fault of the program: report it with these lines.';

  test('a sentence that was made for the operator stays as it is', () => {
    const made = new StartupError('port.unavailable', 'Something listens there.');
    expect(toStartupError(new Error('not told', { cause: made }), '/')).toBe(made);
  });

  test('an unforeseen error tells its messages, its causes and its places', () => {
    const cause = Object.assign(new TypeError('no such thing'), { code: 'E_STRANGE' });
    const { code, message } = toStartupError(new Error('the queue did not open', { cause }), '/');
    expect({ code, message: message.replaceAll(/, at .*/g, ', at PLACE') }).toEqual({
      code: 'unforeseen',
      message: [
        'The service did not start: Error: the queue did not open, at PLACE',
        'Caused by: TypeError (E_STRANGE): no such thing, at PLACE',
        report,
      ].join('\n'),
    });
  });

  test('what is thrown without being an error is told as far as it can be', ({ skip }) => {
    const thrown = { name: 'ErrnoError', errno: 51 };
    expect(toStartupError(thrown, '/').message).toBe(`The service did not start: { name: 'ErrnoError', errno: 51 }\n${report}`);
    expect(toStartupError(undefined, '/').message).toBe(`The service did not start: undefined\n${report}`);
    if (tiny === undefined) return skip('mounting is not allowed here');
    // Hardly any space is left there.
    expect(toStartupError(thrown, tiny).message.split('\n')[1]).toBe(
      `Only 0 MiB are free on the disk of ${tiny}, which may be the reason: free some space.`,
    );
  });
});
