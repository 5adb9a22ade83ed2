import { expect, test } from 'vitest';
import { parseArguments } from './parse-arguments.ts';

const definitions = {
  file: { type: 'positional', required: false, description: '' },
  recursive: { type: 'boolean', alias: 'r', description: '' },
  json: { type: 'boolean', description: '' },
  format: { type: 'enum', options: ['json', 'csv'], description: '' },
  port: { type: 'string', valueHint: 'N', default: '80', description: '' },
} as const;

test.each([
  [[], { _: [], port: '80' }],
  [['a', '-r', 'b'], { _: ['a', 'b'], file: 'a', recursive: true, port: '80' }],
  [['--port=81', '--format', 'csv', '-'], { _: ['-'], file: '-', port: '81', format: 'csv' }],
  [['--port', '-', '--port', '82'], { _: [], port: '82' }],
  [['--json', '--', '--json', '-x'], { _: ['--json', '-x'], file: '--json', json: true, port: '80' }],
])('%j', (argv, values) => {
  expect(parseArguments(argv, definitions, true)).toEqual(values);
});

const known = '--recursive, -r, --json, --format, --port, --help';
test.each([
  [['--no-json'], `Unknown option --no-json. Options here: ${known}.`],
  [['--__proto__'], `Unknown option --__proto__. Options here: ${known}.`],
  [['--file', 'a'], `Unknown option --file. Options here: ${known}.`],
  [['-rx'], `Unknown option -x. Options here: ${known}.`],
  [['--json='], '--json takes no value.'],
  [['--port'], '--port needs a value.'],
  [['--port', '--', 'a'], '--port needs a value.'],
  [['--port='], '--port needs a value.'],
  [['--format', 'xml'], '--format must be one of json, csv, not "xml".'],
  [['a', 'b'], 'Unexpected argument b.'],
])('%j is refused', (argv, message) => {
  expect(() => parseArguments(argv, definitions, false)).toThrow(new Error(message));
});
