import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { runCaptured } from '../../test/run-captured.ts';

const scripts = Object.fromEntries(
  await Promise.all(['bash', 'zsh', 'fish'].map(async (shell) => [shell, (await runCaptured(['completion', shell])).stdout] as const)),
);

/** What bash offers for the last of these words. */
function complete(...words: string[]): string[] {
  const ask = `COMP_WORDS=(ocr-web ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _ocr_web; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const answer = execFileSync('bash', ['-c', `${scripts.bash}\n${ask}`], { encoding: 'utf8' });
  return answer.split('\n').filter(Boolean);
}

describe('bash', () => {
  test.each([
    [['s'], ['scan', 'serve']],
    [
      ['token', ''],
      ['create', 'list', 'update', 'rotate', 'revoke', 'purge', '--help'],
    ],
    [
      ['token', 'create', '--'],
      ['--scopes', '--admin', '--expires-in', '--rate-limit', '--scans-per-day', '--retain', '--retain-picture', '--json', '--help'],
    ],
    [['scan', 'a.png', '--re'], ['--recursive']],
    [
      ['scan', '--format', ''],
      ['table', 'json', 'ndjson', 'csv'],
    ],
    [['scan', '--format', '=', 'c'], ['csv']],
    [
      ['scan', '--format', '='],
      ['table', 'json', 'ndjson', 'csv'],
    ],
    [['scan', '--token', ''], []],
    // Left to bash, which completes files.
    [['scan', 'a'], []],
    [['scan', '--annotate', '/et'], ['/etc']],
  ])('%j', (words, expected) => {
    expect(complete(...words)).toEqual(expected);
  });
});

test('the scripts for zsh and fish know every option with its description and its values', () => {
  expect(scripts.zsh).toContain('    /scan:--format) compadd -- table json ndjson csv; return ;;\n');
  expect(scripts.zsh).toContain("'--json:Same as --format ndjson\\: one JSON object a line for each file, in order'");
  expect(scripts.fish).toContain(
    "complete -c ocr-web -n '__fish_seen_subcommand_from scan' -l format -x -a 'table json ndjson csv' -d 'Output format",
  );
  expect(scripts.fish).toContain(
    "complete -c ocr-web -n '__fish_seen_subcommand_from token; and not __fish_seen_subcommand_from create list update rotate revoke purge' -a revoke -d ",
  );
  expect(scripts.fish).toContain("-l token -x -d 'The service\\'s token");
});
