import { renderPage } from './render-page.ts';

/** Returns the page that shows the OpenAPI document and lets people try it. */
export function renderApiPage(base: string): string {
  const head = `<link rel="stylesheet" href="${base}/docs/swagger-ui.css">
<script src="${base}/docs/swagger-ui-bundle.js" defer></script>
<script src="${base}/docs/start.js" defer></script>
`;
  const noScript = `<noscript><p>This page needs JavaScript; <a href="${base}/openapi.json">the document itself</a> does not.</p></noscript>`;
  return renderPage('OCR Web API', base, head, `<div id="description"></div>\n${noScript}`);
}
