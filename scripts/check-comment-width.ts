/**
 * Holds comments to 100 columns: `node scripts/check-comment-width.ts [--write]`. With `--write`
 * wider ones are wrapped.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { wrapComments } from './wrap-comments/wrap-comments.ts';

const width = 100;
const write = process.argv.includes('--write');
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'], { encoding: 'utf8' });
const files = listed.split('\n').filter((file) => file !== '' && !file.includes('/generated/'));
const wide = files.filter((file) => {
  const source = readFileSync(file, 'utf8');
  const wrapped = wrapComments(source, width);
  if (write && wrapped !== source) writeFileSync(file, wrapped);
  return wrapped !== source;
});
if (wide.length > 0) {
  const outcome = write ? 'Wrapped' : `Comments wider than ${width} columns (npm run format wraps them) in`;
  process.stderr.write(`${outcome} ${wide.length} files:\n${wide.map((file) => `  ${file}\n`).join('')}`);
}
process.exitCode = wide.length > 0 && !write ? 1 : 0;
