import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { About, Answer } from '../answer.ts';

const answers = 3;

/**
 * The loop that all peers in Node share: a question a line on stdin, an answer a line on file
 * descriptor 3; `about` first.
 */
export async function answerQuestions(about: About, read: (path: string) => Promise<Answer>): Promise<void> {
  const send = (answer: About | Answer): number => writeSync(answers, `${JSON.stringify(answer)}\n`);
  send(about);
  for await (const line of createInterface({ input: process.stdin })) {
    const { picture } = JSON.parse(line) as { picture: string };
    // Whatever a peer throws is its answer to this picture.
    send(await read(picture).catch((error: unknown): Answer => ({ lines: [], refused: String(error) })));
  }
}
