import { copyFile, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { prepareDataDirectory } from '../../test/prepare-data-directory.ts';
import { migrateDatabase } from './migrate-database.ts';
import { openEmbeddedDatabase } from './open-embedded-database.ts';

async function openInFolder() {
  const directory = await prepareDataDirectory();
  let syncs = 0;
  const database = await openEmbeddedDatabase(directory, { onSync: () => (syncs += 1) });
  await migrateDatabase(database);
  await sql`create table notes (note text)`.execute(database.sql);
  onTestFinished(() => rm(directory, { recursive: true }));
  return { directory, database, syncs: () => syncs };
}

/** A linear congruential generator: the same numbers in each run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Everything that lies in the database's folder. */
async function readFiles(directory: string): Promise<Record<string, Buffer>> {
  const folder = join(directory, 'database');
  return Object.fromEntries(await Promise.all((await readdir(folder)).map(async (name) => [name, await readFile(join(folder, name))])));
}

test('every commit that is waited for reaches the disk, a read and a relaxed commit cost nothing', async () => {
  const { database, syncs } = await openInFolder();
  const insert = (on = database.sql) => sql`insert into notes values ('a')`.execute(on);
  const count = async (work: () => Promise<unknown>) => {
    const before = syncs();
    await work();
    return syncs() - before;
  };
  expect(
    await count(async () => {
      for (let index = 0; index < 20; index += 1) await insert();
    }),
  ).toBe(20);
  expect(
    await count(() =>
      database.sql.transaction().execute(async (inner) => {
        await insert(inner);
        await insert(inner);
      }),
    ),
  ).toBe(1);
  expect(await count(() => database.sql.selectFrom('scans').selectAll().execute())).toBe(0);
  expect(await count(() => insert(database.relaxed))).toBe(0);
  await database.close();
});

test('commits that come together share an fsync', async () => {
  const { database, syncs } = await openInFolder();
  const before = syncs();
  await Promise.all(Array.from({ length: 100 }, () => sql`insert into notes values ('a')`.execute(database.sql)));
  expect(syncs() - before).toBeLessThanOrEqual(3);
  await database.close();
});

test('what somebody reads is on the disk before it is given out', async () => {
  const { database, syncs } = await openInFolder();
  const before = syncs();
  const written = sql`insert into notes values ('fresh')`.execute(database.sql);
  const { rows } = await sql`select * from notes`.execute(database.sql);
  expect([rows.length, syncs() > before]).toEqual([1, true]);
  await written;
  await database.close();
});

test('its files are for their owner only', async () => {
  const { directory, database } = await openInFolder();
  const modes = Object.fromEntries(
    await Promise.all(
      ['', ...(await readdir(join(directory, 'database')))].map(async (name) => [
        name,
        ((await stat(join(directory, 'database', name))).mode & 0o777).toString(8),
      ]),
    ),
  );
  expect(modes).toEqual({ '': '700', 'ocr-web.sqlite': '600', 'ocr-web.sqlite-wal': '600' });
  await database.close();
});

test('a database that is opened again needs no file of shared memory either', async () => {
  const { directory, database } = await openInFolder();
  await database.close();
  const again = await openEmbeddedDatabase(directory);
  await sql`insert into notes values ('a')`.execute(again.sql);
  expect((await readdir(join(directory, 'database'))).sort()).toEqual(['ocr-web.sqlite', 'ocr-web.sqlite-wal']);
  await again.close();
});

test('after maintenance nothing of deleted rows is in any file, the others are whole, and space is given back', async () => {
  const { directory, database } = await openInFolder();
  const { relaxed: on } = database;
  await sql`create table people (id integer primary key autoincrement, name text, reading json)`.execute(on);
  await sql`create index people_by_name on people (name)`.execute(on);
  await database.maintain();
  const empty = (await readFiles(directory))['ocr-web.sqlite']!.length;
  const random = createRandom(9303);
  const people = new Map<number, string>();
  const pick = () => [...people.keys()][random(people.size)]!;
  const remove = async (id: number) => {
    people.delete(id);
    await sql`delete from people where id = ${id}`.execute(on);
  };
  // Rows come, grow and go in any order, so that pages are split, filled up and merged; copies stay
  // behind in some of them.
  const live = async (steps: number) => {
    for (let step = 0; step < steps; step += 1) {
      const what = people.size < 5 ? 0 : random(10);
      if (what < 4) {
        const name = `${random(2) ? 'GONE' : 'KEPT'}<${random(1_000_000)}`;
        const { rows } = await sql<{ id: number }>`insert into people (name) values (${name}) returning id`.execute(on);
        people.set(rows[0]!.id, name);
      } else if (what < 7) {
        const id = pick();
        const reading = JSON.stringify({ names: `${people.get(id)},`.repeat(random(4) * random(300)) });
        await sql`update people set reading = ${reading} where id = ${id}`.execute(on);
      } else await remove(pick());
    }
  };
  const removeGone = async () => {
    for (const [id, name] of people) if (name.startsWith('GONE')) await remove(id);
  };
  for (let round = 0; round < 3; round += 1) {
    await live(1500);
    await removeGone();
    await database.maintain();
    const traces = Object.entries(await readFiles(directory)).map(([file, bytes]) => [
      file,
      bytes.includes('GONE'),
      bytes.includes('KEPT'),
    ]);
    expect(traces).toEqual([
      ['ocr-web.sqlite', false, true],
      ['ocr-web.sqlite-wal', false, false],
    ]);
    const { rows } = await sql<{ id: number; name: string }>`select id, name from people order by id`.execute(database.sql);
    expect(rows.map(({ id, name }) => [id, name])).toEqual([...people]);
    expect((await sql`pragma integrity_check`.execute(database.sql)).rows).toEqual([{ integrity_check: 'ok' }]);
  }
  for (const id of people.keys()) await remove(id);
  await database.maintain();
  expect((await readFiles(directory))['ocr-web.sqlite']!.length).toBe(empty);
  await database.close();
}, 60_000);

test('the database of an older version is refused with a sentence', async () => {
  const directory = await prepareDataDirectory();
  onTestFinished(() => rm(directory, { recursive: true }));
  await mkdir(join(directory, 'database'));
  await writeFile(join(directory, 'database', 'PG_VERSION'), '18\n');
  await expect(openEmbeddedDatabase(directory)).rejects.toMatchObject({
    code: 'data_directory.outdated',
    message: expect.stringMatching(
      /made by an older version of OCR Web and cannot be read any more\. Delete the data folder, or set OCR_WEB_DATA_DIR/,
    ),
  });
});

test('what was committed is there after the process ended without closing', async () => {
  const { directory, database } = await openInFolder();
  await sql`insert into notes values ('kept')`.execute(database.sql);
  const copy = `${directory}-copy`;
  onTestFinished(() => rm(copy, { recursive: true }));
  await mkdir(join(copy, 'database'), { recursive: true });
  for (const [name, bytes] of Object.entries(await readFiles(directory))) await writeFile(join(copy, 'database', name), bytes);
  const again = await openEmbeddedDatabase(copy);
  expect((await sql`select note from notes`.execute(again.sql)).rows).toEqual([{ note: 'kept' }]);
  await again.close();
  await database.close();
});

test('a file that is damaged while it is in use is a fault, a mistake in a statement is none', async () => {
  const directory = await prepareDataDirectory();
  onTestFinished(() => rm(directory, { recursive: true }));
  const faults: unknown[] = [];
  const database = await openEmbeddedDatabase(directory, { onFault: (error) => void faults.push(error) });
  await migrateDatabase(database);
  // Empties its cache, so that it reads the file again.
  await database.maintain();
  const file = await open(join(directory, 'database', 'ocr-web.sqlite'), 'r+');
  await file.write(Buffer.alloc((await file.stat()).size - 4096, 0xa5), 0, undefined, 4096);
  await file.close();
  await expect(sql`select * from nowhere`.execute(database.sql)).rejects.toThrow('no such table');
  expect(faults).toEqual([]);
  await expect(database.sql.selectFrom('scans').selectAll().execute()).rejects.toThrow('malformed');
  expect(faults).toEqual([expect.objectContaining({ errcode: 11 })]);
  await database.close();
});

test('a closed database refuses what comes too late', async () => {
  const { database } = await openInFolder();
  await database.close();
  await expect(database.sql.selectFrom('scans').selectAll().execute()).rejects.toThrow(/not open|finalized/);
  await expect(database.sql.transaction().execute((inner) => inner.deleteFrom('scans').execute())).rejects.toThrow(/not open|finalized/);
});

test('rows are deleted and changed without another byte of the disk', async () => {
  const { directory, database } = await openInFolder();
  const { relaxed: on } = database;
  const sizes = async () => Object.entries(await readFiles(directory)).map(([name, bytes]) => [name, bytes.length]);
  const rows = 3000;
  for (let row = 0; row < rows; row += 1) await sql`insert into notes values (${`${row} ${'-'.repeat(800)}`})`.execute(on);
  const before = await sizes();
  for (let row = 0; row < rows; row += 1) {
    if (row % 3 === 0) await sql`update notes set note = ${'+'.repeat(900)} where rowid = ${row + 1}`.execute(on);
    else await sql`delete from notes where rowid = ${row + 1}`.execute(on);
  }
  expect(await sizes()).toEqual(before);
  await database.maintain();
  const after = Object.fromEntries(await sizes());
  expect([after['ocr-web.sqlite'] < 3_000_000, after['ocr-web.sqlite-wal']]).toEqual([true, 6 * 1024 * 1024]);
  await database.close();
});

test('while it is held for a copy, the file stays as it is, and file and log are the database at every moment', async () => {
  const { directory, database } = await openInFolder();
  const file = join(directory, 'database', 'ocr-web.sqlite');
  const insert = (on = database.sql) => sql`insert into notes values (${'x'.repeat(5000)})`.execute(on);
  const fill = async (rows: number) => {
    for (let row = 0; row < rows; row += 1) await insert(database.relaxed);
  };
  await fill(50);
  const [first, second] = [await database.holdFile!(), await database.holdFile!()];
  const held = await readFile(file);
  // Twice as many pages as SQLite would leave in the log.
  await fill(1000);
  await database.maintain();
  await first();
  await fill(10);
  expect((await readFile(file)).equals(held)).toBe(true);
  const copied = await prepareDataDirectory();
  onTestFinished(() => rm(copied, { recursive: true }));
  await mkdir(join(copied, 'database'));
  // What came after the copy of the file is in the log.
  await writeFile(join(copied, 'database', 'ocr-web.sqlite'), held);
  await copyFile(`${file}-wal`, join(copied, 'database', 'ocr-web.sqlite-wal'));
  await second();
  await database.maintain();
  expect((await readFile(file)).equals(held)).toBe(false);
  const copy = await openEmbeddedDatabase(copied);
  const { rows } = await sql<{ count: number; integrity_check: string }>`
    select (select count(*) from notes) as count, integrity_check from pragma_integrity_check`.execute(copy.sql);
  expect(rows).toEqual([{ count: 1060, integrity_check: 'ok' }]);
  await copy.close();
  await database.close();
});
