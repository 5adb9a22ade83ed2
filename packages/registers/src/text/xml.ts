/** An element: its name, and its text or its children. */
export type XmlElement = readonly [name: string, content: string | readonly XmlElement[]];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text as it may stand in an element. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** A document in UTF-8 with one element a line, two blanks deeper in each level. */
export function writeXml([name, content]: XmlElement, attributes = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement([name, content], '', attributes)}`;
}

function writeElement([name, content]: XmlElement, indent: string, attributes: string): string {
  const start = `${indent}<${name}${attributes}>`;
  if (typeof content === 'string') return `${start}${escapeXml(content)}</${name}>\n`;
  return `${start}\n${content.map((child) => writeElement(child, `${indent}  `, '')).join('')}${indent}</${name}>\n`;
}
