import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { logFields } from './log-fields.ts';
import { toSafeMessage, withheldMessage } from './log-messages.ts';

const sources = fileURLToPath(new URL('..', import.meta.url));
const isLogCall = /\b(logger|log)(\.(debug|info|warn|error|fatal)|\[[^\]]+\])$/;

type LogCall = { readonly where: string; readonly message: string | undefined; readonly fields: readonly string[] };

/**
 * Finds the calls of a logger in a source: their messages and the names of fields that stand there.
 */
function findLogCalls(file: string): LogCall[] {
  const source = ts.createSourceFile(file, readFileSync(`${sources}/${file}`, 'utf8'), ts.ScriptTarget.Latest, true);
  const calls: LogCall[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node) || !isLogCall.test(node.expression.getText())) return;
    const last = node.arguments.at(-1);
    const [first] = node.arguments;
    const properties = first && ts.isObjectLiteralExpression(first) ? first.properties : [];
    calls.push({
      where: `${file}: ${node.getText()}`,
      message: last && ts.isStringLiteralLike(last) ? last.text : undefined,
      fields: properties.flatMap((property) => property.name?.getText() ?? []),
    });
  };
  visit(source);
  return calls;
}

test('every message and every named field of a log call is in its closed list', () => {
  const files = globSync('**/*.ts', { cwd: sources, exclude: ['**/*.test.ts'] }).filter((file) => !file.startsWith('observability/'));
  const calls = files.flatMap(findLogCalls);
  const isWritten = ({ message, fields }: LogCall) =>
    toSafeMessage(message) !== withheldMessage && fields.every((field) => Object.hasOwn(logFields, field));
  expect(calls.filter((call) => !isWritten(call)).map(({ where }) => where)).toEqual([]);
  expect(calls.length).toBeGreaterThan(25);
});
