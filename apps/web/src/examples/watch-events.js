export function watchEvents(scanner, show) {
  for (const name of ['ready', 'hint', 'frame', 'result', 'error']) {
    scanner.addEventListener(name, ({ detail }) => show(name, detail));
  }
}
