import fillForm from './fill-form.js?raw';
import watchEvents from './watch-events.js?raw';

/** Shows the code that runs on this page: what is printed and what is run cannot differ. */
export function showSources(): void {
  const markup = ['form-scanner', 'check-in'].map((id) => withoutIndent(document.getElementById(id)!.outerHTML));
  const shown = {
    'form-markup': [...markup, '<script type="module" src="fill-form.js"></script>'].join('\n'),
    'form-script': fillForm,
    'events-script': watchEvents,
  };
  for (const [name, text] of Object.entries(shown)) document.querySelector(`[data-shown=${name}]`)!.textContent = text.trim();
}

/** The lines of a piece of markup, as far to the left as the first one. */
function withoutIndent(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const indent = Math.min(...rest.map((line) => line.length - line.trimStart().length));
  return [first, ...rest.map((line) => line.slice(indent))].join('\n');
}
