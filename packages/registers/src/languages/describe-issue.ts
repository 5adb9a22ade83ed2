import type { Issue } from '../issues/issue.ts';
import type { Level } from '../model/fact.ts';
import type { IssueWords, LanguageName } from './language.ts';
import { languages } from './languages.ts';

/** The words for a fact, or its name where there are none. */
export function labelOf(of: Level, fact: string, language: LanguageName): string {
  const labels: Readonly<Record<string, string>> = languages[language][of];
  return labels[fact] ?? fact;
}

/** What is wrong and how to put it right, in a language of people. */
export function describeIssue(issue: Issue, language: LanguageName): IssueWords {
  const { message, wayOut } = languages[language].issues[issue.code];
  const words: Readonly<Record<string, string>> = {
    field: labelOf(issue.of, issue.field, language),
    value: issue.value ?? '',
    expected: issue.expected ?? '',
  };
  const fill = (text: string) => text.replace(/\{(field|value|expected)\}/g, (_, name: string) => words[name] ?? '');
  return { message: fill(message), wayOut: fill(wayOut) };
}
