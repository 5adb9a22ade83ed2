import { percent } from '../page/percent.ts';
import { renderTable } from '../page/render-table.ts';
import type { PeerResult, PeersResult } from './peers-result.ts';
import type { PrintResult } from './print/print-result.ts';
import { renderPrint } from './print/render-print.ts';

/** A run as a Markdown table, and below it what could not be run and why. */
export function renderPeers({ peers }: PeersResult): string {
  const table = renderTable(
    ['', 'form right', 'every character right', 'sure', 'sure and wrong', 'sure without MRZ', 'failed', 'p50', 'p95', 'memory'],
    peers.filter((peer) => !('error' in peer)).map(cells),
  );
  const missing = peers.flatMap((peer) => ('error' in peer ? [`${peer.name} could not be run: ${peer.error}`] : []));
  return [table, ...missing].join('\n\n');
}

/** docs/peers.md from the results of all runs; nothing in it is written by hand. */
export function renderPeersPage(results: readonly PeersResult[], print?: PrintResult): string {
  return `# Beside its peers

Open readers and ours on the same pictures on the same machine, in turns picture by picture, each in a process of its own that lives through the
run, each as its documentation calls it, Tesseract with the one thread with which it is fastest on few cores. This page is written by the run itself.

- *Form right*: number, both dates, surname and given names are as printed, of the pictures whose format is one of ICAO's. *Every character right*:
  all lines are. Printed text counts as it is printed, wrong check digits included.
- *Sure*: the reader's own score is 95 of 100 or more, or all its check digits hold. *Sure and wrong*: sure, yet some character is not as printed.
  *Sure without MRZ*: sure at a picture that has none, or none that can be read. *Failed*: an error of its own
  instead of an answer, for mrz-detection also that it finds no zone.
- Time from question to answer, the file read and decoded. Memory: the most that its process and the programs that it starts held together.
- Tesseract reads text only; our parser finds the form and proves the check digits in its lines. It reads once with its own English data and once with
  that of tesseractMRZ (BSD-3-Clause), with which FastMRZ reads too, since its package brings none.

${[...results.map(renderRun), ...(print ? [renderPrint(print)] : [])].join('\n\n')}

## To repeat

\`\`\`
apt-get install tesseract-ocr
bench/peers/install.sh
node bench/peers/run.ts --pictures FOLDER --labels FILE --name NAME --title TITLE --write
node bench/peers/print.ts --pictures FOLDER --labels FILE --write
\`\`\`

\`FILE\` is a list of \`{ "file", "mrz", "format" }\` as training/make_bench_set.py writes it.
`;
}

function cells(peer: PeerResult): string[] {
  if ('error' in peer) return [peer.name];
  return [
    peer.name,
    percent(peer.formRight, peer.forms),
    percent(peer.exact, peer.positives),
    percent(peer.sure, peer.positives),
    `${peer.sureAndWrong}`,
    `${peer.ghosts} of ${peer.negatives}`,
    `${peer.refused}`,
    `${peer.p50_ms.toFixed(0)} ms`,
    `${peer.p95_ms.toFixed(0)} ms`,
    `${peer.memory_mib.toFixed(0)} MiB`,
  ];
}

function renderRun(result: PeersResult): string {
  const versions = result.peers.flatMap((peer) => ('error' in peer ? [] : [[peer.name, peer.version, peer.licence]]));
  return `## ${result.title}

![Form right against the time a picture takes](images/peers-${result.name}.svg)

${renderPeers(result)}

Measured ${result.date} on ${result.machine}.${result.note ? ` ${result.note}` : ''}

${renderTable(['', 'version', 'licence'], versions)}`;
}
