/** Rows that are kept. */
const maxRows = 30;

/** Lists events, the newest first; frames are counted only. */
export function createEventLog(): { add(name: string, detail: unknown): void } {
  const rows = document.getElementById('events-rows')!;
  const frames = document.getElementById('frames') as HTMLOutputElement;
  return {
    add: (name, detail) => {
      if (name === 'frame') {
        frames.value = String(Number(frames.value) + 1);
        return;
      }
      const row = document.createElement('tr');
      const [event, said] = [document.createElement('td'), document.createElement('td')];
      event.textContent = name;
      said.append(sayOf(name, detail));
      row.append(event, said);
      rows.prepend(row);
      while (rows.childElementCount > maxRows) rows.lastElementChild?.remove();
    },
  };
}

/** A result is long: it opens when somebody wants to see it. */
function sayOf(name: string, detail: unknown): HTMLElement {
  const code = document.createElement('code');
  code.textContent = JSON.stringify(detail, null, name === 'result' ? 2 : undefined);
  if (name !== 'result') return code;
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  const documents = (detail as { readonly documents: readonly { readonly format: string | null; readonly score: number }[] }).documents;
  summary.textContent = documents.map(({ format, score }) => `${format ?? 'unknown format'}, score ${score}`).join('; ') || 'no document';
  const pre = document.createElement('pre');
  pre.append(code);
  details.append(summary, pre);
  return details;
}
