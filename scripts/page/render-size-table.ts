import type { LoadedFile } from './list-loaded-files.ts';

type MeasuredFile = LoadedFile & { readonly bytes: number; readonly sent: number };

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
/** Without the hash of its content, which every change alters. */
const plainName = (path: string) => path.replace(/-[\w-]{8}(\.\w+)$/, '$1');

type Budgets = { readonly firstLoad: number; readonly maxFirstLoad: number; readonly engine: number; readonly maxEngine: number };

/** Renders the sizes as a table of Markdown. */
export function renderSizeTable(files: readonly MeasuredFile[], { firstLoad, maxFirstLoad, engine, maxEngine }: Budgets): string {
  const rows = files.map(
    ({ path, when, bytes, sent }) => `| \`${plainName(path)}\` | ${when} | ${kilobytes(bytes)} | ${kilobytes(sent)} |`,
  );
  return `# Sizes of the page

Written by \`node scripts/page/measure-page.ts --write\`, in kilobytes (1,000 bytes). "Sent" is with Brotli
where it helps. The first load of \`/\`, without the engine and its models, is ${kilobytes(firstLoad)} kB; the
budget is ${kilobytes(maxFirstLoad)} kB. Both networks and the kernels that a browser takes are ${kilobytes(engine)} kB of
${kilobytes(maxEngine)} kB. CI holds both.

| File | Loaded | kB | Sent, kB |
| --- | --- | ---: | ---: |
${rows.join('\n')}
`;
}
