/**
 * Prints "PASSED FAILED" of a test report: Vitest's JSON or pytest's JUnit XML, and on standard
 * error the name of each test that failed, a line each. A file of tests that could not be loaded
 * counts as one failure.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the report: node scripts/count-tests.ts FILE');
const text = readFileSync(file, 'utf8');
const { passed, failures } = file.endsWith('.xml') ? readJunit(text) : readVitest(text);
for (const name of failures) process.stderr.write(`${name}\n`);
process.stdout.write(`${passed} ${failures.length}\n`);

interface Counts {
  readonly passed: number;
  /** The names of the tests that failed. */
  readonly failures: readonly string[];
}

function readVitest(report: string): Counts {
  const { numPassedTests, testResults } = JSON.parse(report) as {
    numPassedTests: number;
    testResults: readonly { name: string; status: string; assertionResults: readonly { status: string; fullName: string }[] }[];
  };
  const failures = testResults.flatMap(({ name, status, assertionResults }) => {
    const path = relative(process.cwd(), name);
    if (status === 'failed' && assertionResults.length === 0) return [`${path}: could not be loaded`];
    return assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => `${path}: ${fullName}`);
  });
  return { passed: numPassedTests, failures };
}

function readJunit(report: string): Counts {
  const count = (name: string): number => Number(new RegExp(`<testsuite [^>]*\\b${name}="(\\d+)"`).exec(report)?.[1] ?? 0);
  const failures = [...report.matchAll(/<testcase classname="([^"]*)" name="([^"]*)"[^>]*>\s*<(?:failure|error)\b/g)].map(
    ([, file, test]) => `${file}: ${test}`,
  );
  return { passed: count('tests') - count('failures') - count('errors') - count('skipped'), failures };
}
