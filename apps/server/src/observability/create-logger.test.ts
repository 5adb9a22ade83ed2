import { readFileSync } from 'node:fs';
import { EngineError } from '@ocr-web/reader';
import { ChildEnd } from '@ocr-web/reader-node';
import { expect, test } from 'vitest';
import { specimenReading } from '../../test/specimen-reading.ts';
import { createLogger } from './create-logger.ts';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLogger('info', { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

test('a request is its method and route pattern: no address, header or body', () => {
  const request = {
    method: 'GET',
    url: '/pictures/key?X-Amz-Signature=secret',
    headers: { authorization: 'Token secret' },
    body: { picture_file: 'picture' },
    routeOptions: { url: '/pictures/:key' },
  };
  expect(logged((logger) => logger.info({ req: request, res: { statusCode: 200, body: 'secret' } }, 'request'))).toEqual([
    { level: 'info', time: expect.any(String), req: { method: 'GET', route: '/pictures/:key' }, res: { status: 200 }, msg: 'request' },
  ]);
});

test('an error is its class, its code and its stack: no message, detail, query or parameter', () => {
  const error = Object.assign(new Error('duplicate key value (ERIKSSON)'), {
    severity: 'ERROR',
    code: '23505',
    detail: 'Key (surname)=(ERIKSSON) already exists.',
    query: 'insert into t values ($1)',
    params: ['ERIKSSON'],
  });
  const [line] = logged((logger) => logger.error({ err: new TypeError('no scan of ERIKSSON', { cause: error }) }, 'request failed'));
  expect(line).toEqual({
    level: 'error',
    time: expect.any(String),
    msg: 'request failed',
    err: {
      type: 'TypeError',
      stack: expect.stringMatching(/^ {4}at /),
      cause: { type: 'Error', code: '23505', stack: expect.stringMatching(/^ {4}at /) },
    },
  });
  expect(JSON.stringify(line)).not.toContain('ERIKSSON');
});

test('an error of the system is its code and its call, without the path', () => {
  const [line] = logged((logger) => {
    try {
      readFileSync('/ERIKSSON');
    } catch (error) {
      logger.error({ err: error }, 'request failed');
    }
  });
  expect(line).toMatchObject({ err: { type: 'Error', code: 'ENOENT', syscall: 'open' } });
  expect(JSON.stringify(line)).not.toContain('ERIKSSON');
});

test('how a reader process ended is facts', () => {
  const facts = {
    pid: 42,
    exitCode: null,
    signal: 'SIGKILL',
    ranMs: 1234.5,
    residentMib: 80.4,
    stderr: 'vips: ERIKSSON\nbad marker',
  } as const;
  const [line] = logged((logger) =>
    logger.warn({ err: new EngineError('engine.crashed', 'It ended.', { cause: new ChildEnd(facts) }) }, 'reader ended'),
  );
  expect(line).toMatchObject({
    err: {
      type: 'EngineError',
      code: 'engine.crashed',
      message: 'It ended.',
      cause: {
        type: 'ChildEnd',
        pid: 42,
        exitCode: null,
        signal: 'SIGKILL',
        ranMs: 1235,
        residentMib: 80,
        stderr: 'vips: * bad marker',
      },
    },
  });
});

const reading = specimenReading();
const values = ['ERIKSSON', 'ANNA', 'L898902C3', 'eriksson', 'Anna Maria', '740812'];
const scan = { id: 7, reference: 'Anna Maria', reading, pictureKey: 'eriksson', fileName: 'Anna Maria.png' };

/** An error that holds what was read wherever an error can hold something. */
function tellTale(): Error {
  const error = new Error('no ERIKSSON\n    at ERIKSSON (file:///ERIKSSON:1:1)', {
    cause: new RangeError('Anna Maria', { cause: reading }),
  });
  return Object.assign(error, {
    name: 'ERIKSSON',
    code: 'ERIKSSON',
    syscall: 'eriksson',
    parameters: ['L898902C3'],
    reading,
    $metadata: scan,
  });
}

/** Its types would not let most of this through. */
type Untyped = { [Method in 'info' | 'error']: (...values: unknown[]) => void } & {
  child: (...values: unknown[]) => Untyped;
  setBindings: (bindings: object) => void;
};

const attempts: [string, (logger: Untyped) => void][] = [
  ['a reading', (logger) => logger.info(reading, 'scan')],
  [
    'a reading under known names',
    (logger) => logger.info({ scan: reading, status: reading, err: reading, req: reading, res: scan }, 'scan'),
  ],
  ['a scan', (logger) => logger.info({ ...scan, requestId: 'ERIKSSON', errorCode: 'eriksson', failure: 'ANNA', signal: 'ANNA' }, 'scan')],
  ['values as names', (logger) => logger.info(Object.fromEntries(values.map((value) => [value, 1])), 'scan')],
  ['a message', (logger) => logger.info(`read ${values.join(' ')}`)],
  ['a message with places for values', (logger) => logger.info({}, 'scan %s %j', 'ERIKSSON', reading)],
  ['a message as a field', (logger) => logger.info({ msg: 'ERIKSSON', level: 'ANNA', time: 'L898902C3' })],
  ['an error', (logger) => logger.error({ err: tellTale() }, 'scan')],
  ['an error by itself', (logger) => logger.error(tellTale())],
  ['an error as another field', (logger) => logger.error({ error: tellTale(), cause: tellTale(), reason: tellTale() }, 'scan')],
  ['what a child keeps', (logger) => logger.child({ requestId: 'ERIKSSON', reading, surname: 'ERIKSSON' }).info('scan')],
  [
    'what is kept later',
    (logger) => {
      logger.setBindings({ surname: 'ERIKSSON' });
      logger.info('scan');
    },
  ],
  ['a child of a child', (logger) => logger.child({}).child({ surname: 'ERIKSSON' }, { msgPrefix: 'ERIKSSON' }).info('scan')],
  [
    'a request',
    (logger) =>
      logger.info({ req: { method: 'ERIKSSON', url: '/ERIKSSON', routeOptions: { url: '/ERIKSSON?reference=Anna Maria' } } }, 'scan'),
  ],
];

test.each(attempts)('%s leaves nothing of what was read', (_what, attempt) => {
  const lines = logged((logger) => attempt(logger as unknown as Untyped));
  expect(lines).toHaveLength(1);
  expect(values.filter((value) => JSON.stringify(lines).includes(value))).toEqual([]);
});

test('of what is left out a line says how much it was', () => {
  expect(logged((logger) => logger.child({ surname: 'ERIKSSON' }).info({ ...scan, scan: 7, ms: 12 }, 'scan'))).toEqual([
    { level: 'info', time: expect.any(String), withheld: 5, scan: 7, ms: 12, msg: 'scan' },
  ]);
});

test('a JSON error does not quote the text that was parsed', () => {
  const [line] = logged((logger) => {
    try {
      JSON.parse('{"surname": ERIKSSON}');
    } catch (error) {
      logger.error({ err: error }, 'x');
    }
  });
  expect(JSON.stringify(line)).not.toMatch(/ERIKSSON|surname/);
});
