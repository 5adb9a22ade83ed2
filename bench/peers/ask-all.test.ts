import { expect, it } from 'vitest';
import { askAll } from './ask-all.ts';

const script = (body: string) => ({
  command: process.execPath,
  args: [
    '--eval',
    `const send = (answer) => require('fs').writeSync(3, JSON.stringify(answer) + '\\n');
     const questions = require('readline').createInterface({ input: process.stdin });
     ${body}`,
  ],
});
const about = { version: '1', licence: 'MIT' };
const hello = `send(${JSON.stringify(about)});`;
const labels = ['a.jpg', 'b.jpg'].map((file) => ({ file, mrz: ['AB<'], format: 'OTHER' }));

it('asks every peer about every picture and names what fails', async () => {
  const peers = [
    { name: 'echo', ...script(`${hello} questions.on('line', (line) => send({ lines: [JSON.parse(line).picture] }))`) },
    {
      name: 'dies at b',
      ...script(`${hello} questions.on('line', (line) => line.includes('b.jpg') ? process.exit(1) : send({ lines: [] }))`),
    },
    { name: 'broken', ...script("throw new Error('no model')") },
    { name: 'missing', command: '/nonexistent/reader', args: [] },
  ];
  const runs = await askAll(peers, labels, '/set');
  const answers = runs.map((run) => ('error' in run ? run.error : run.asked.map(({ answer }) => answer)));
  expect(answers).toEqual([
    [{ lines: ['/set/a.jpg'] }, { lines: ['/set/b.jpg'] }],
    [{ lines: [] }, { lines: [], refused: 'Error: dies at b ended' }],
    'Error: no model',
    'spawn /nonexistent/reader ENOENT',
  ]);
});
