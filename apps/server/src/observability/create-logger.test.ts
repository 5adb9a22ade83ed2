import { EngineError } from '@ocr-web/reader';
import { ChildEnd } from '@ocr-web/reader-node';
import { expect, test } from 'vitest';
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

test('a database error is its code and its stack: no message, detail, query or parameter', () => {
  const error = Object.assign(new Error('duplicate key value (ERIKSSON)'), {
    severity: 'ERROR',
    code: '23505',
    detail: 'Key (surname)=(ERIKSSON) already exists.',
    query: 'insert into t values ($1)',
    params: ['ERIKSSON'],
  });
  const [line] = logged((logger) => logger.error({ err: new Error('no scan was stored', { cause: error }) }, 'request failed'));
  expect(line).toEqual({
    level: 'error',
    time: expect.any(String),
    msg: 'request failed',
    err: {
      type: 'Error',
      message: 'no scan was stored',
      stack: expect.stringMatching(/^\s+at /),
      cause: { type: 'Error', code: '23505', stack: expect.stringMatching(/^\s+at /) },
    },
  });
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
