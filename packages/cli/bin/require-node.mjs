// Plain JavaScript that any Node can read, so that an old one gets a sentence and not a syntax error.
const needed = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `ocr-web needs Node ${needed.join('.')} or newer, this is ${process.versions.node}. In the project's folder "npx ocr-web" uses the Node that "npm ci" put there.`,
  );
  process.exit(2);
}
