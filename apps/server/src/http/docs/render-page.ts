/** Returns a page of the documentation. Everything that it loads comes from the service itself. */
export function renderPage(title: string, base: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" type="image/png" href="${base}/docs/favicon-32x32.png">
<link rel="stylesheet" href="${base}/docs/docs.css">
${head}</head>
<body>
<nav><a href="${base}/docs">OCR Web API</a><a href="${base}/docs/problems">Problems</a><a href="${base}/openapi.json">openapi.json</a></nav>
${body}
</body>
</html>
`;
}

/** Makes text safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
