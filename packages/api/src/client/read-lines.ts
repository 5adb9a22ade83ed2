/** Puts chunks of text together into the lines that end in them, without their ends; `rest` hears what follows the last line end. */
export async function* readLines(chunks: AsyncIterable<string>, onRest: (rest: string) => void): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const chunk of chunks) {
    // A carriage return at the end may have its line feed in the next chunk.
    const text = rest + chunk;
    const isSplit = text.endsWith('\r');
    const lines = (isSplit ? text.slice(0, -1) : text).split(/\r\n|\n|\r/);
    rest = lines.pop()! + (isSplit ? '\r' : '');
    yield* lines;
  }
  onRest(rest);
}
