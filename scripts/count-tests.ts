/**
 * Prints "PASSED FAILED" of a test report: Vitest's JSON or pytest's JUnit XML.
 * A file of tests that could not be loaded counts as one failure.
 */
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the report: node scripts/count-tests.ts FILE');
const text = readFileSync(file, 'utf8');
const { passed, failed } = file.endsWith('.xml') ? countJunit(text) : countVitest(text);
process.stdout.write(`${passed} ${failed}\n`);

function countVitest(report: string): { passed: number; failed: number } {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
  };
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

function countJunit(report: string): { passed: number; failed: number } {
  const count = (name: string): number => Number(new RegExp(`<testsuite [^>]*\\b${name}="(\\d+)"`).exec(report)?.[1] ?? 0);
  const failed = count('failures') + count('errors');
  return { passed: count('tests') - failed - count('skipped'), failed };
}
