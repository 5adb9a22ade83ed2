import { errorStatus } from '../errors/error-status.ts';
import { type ProblemCode, problemTitles } from '../v2/problem-titles.ts';
import { problemGuide } from './problem-guide.ts';
import { escapeHtml, renderPage } from './render-page.ts';

const introduction = `Version 2 refuses in the form of RFC 9457: <code>application/problem+json</code> with <code>type</code>, <code>title</code>,
<code>status</code>, <code>detail</code>, <code>code</code> and <code>request_id</code>. Programs should look at <code>code</code>: these are all there are.
Version 1 refuses for the same reasons, in its own form.`;

/** Returns the page that explains every problem; each `type` leads to its place here. */
export function renderProblemsPage(base: string): string {
  const codes = Object.keys(problemTitles) as ProblemCode[];
  return renderPage(
    'Problems of the OCR Web API',
    base,
    '',
    `<main>\n<h1>Problems</h1>\n<p>${introduction}</p>\n${codes.map(renderProblem).join('\n')}\n</main>`,
  );
}

function renderProblem(code: ProblemCode): string {
  const { meaning, wayOut } = problemGuide[code];
  const status = code === 'server.failed' ? 500 : errorStatus[code];
  return `<section id="${code}">
<h2>${escapeHtml(problemTitles[code])}</h2>
<p><code>${code}</code>, status ${status}</p>
<dl><dt>What it means</dt><dd>${renderText(meaning)}</dd><dt>What to do</dt><dd>${renderText(wayOut)}</dd></dl>
</section>`;
}

function renderText(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
