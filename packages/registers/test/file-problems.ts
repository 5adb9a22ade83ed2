/**
 * What is wrong with a file, found without the tables that it was written from: byte counts and
 * patterns of fixed and separated lines, well-formed XML by its tags.
 */
export function fileProblems(register: string, variant: string, bytes: Uint8Array): string[] {
  if (register === 'alloggiati') return lineProblems(bytes, variant === 'flats' ? flatLine : guestLine, variant === 'flats' ? 174 : 168);
  if (register === 'ubyport') return separatedProblems(bytes);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return variant === 'soap' ? soapProblems(text) : xmlProblems(text);
}

// Columns as the portal's layout numbers them, from 1: 1-2 type, 3-12 arrival, 13-14 days, 15-64
// surname, 65-94 name, 95 sex, 96-105 birth, 106-114 municipality, 115-116 province, 117-125 state,
// 126-134 citizenship, 135-139 document, 140-159 number, 160-168 place.
const day = '\\d{2}/\\d{2}/\\d{4}';
const withDocument = '(?=.{0}1[678]).{134}[A-Z]{5}(?=[A-Z0-9]+ *.{9}).{20}\\d{9}';
const withoutDocument = '(?=19|20).{134} {34}';
const guestLine = new RegExp(
  `^(?=(1[6-9]|20)${day}\\d{2}[A-Z'][A-Z' ]{49}[A-Z'][A-Z' ]{29}[12]${day}(\\d{9}[A-Z]{2}| {11})\\d{18})(${withDocument}|${withoutDocument})$`,
);
const flatLine = new RegExp(`${guestLine.source.slice(0, -1)}\\d{1,6} *$`);

function lineProblems(bytes: Uint8Array, pattern: RegExp, width: number): string[] {
  const text = String.fromCharCode(...bytes);
  return text.split('\r\n').flatMap((line, index) => {
    if (line.length !== width) return [`line ${index + 1} has ${line.length} bytes`];
    return pattern.test(line) ? [] : [`line ${index + 1} does not match: ${line}`];
  });
}

function separatedProblems(bytes: Uint8Array): string[] {
  const text = new TextDecoder('windows-1250').decode(bytes);
  if (!text.endsWith('\r\n')) return ['the last record has no end'];
  const [head = '', ...guests] = text.slice(0, -2).split('\r\n');
  const lodging = /^A\|2\|[A-Z0-9]{12,14}\|[A-Z0-9]{5}\|[^|]{1,35}\|[^|]{0,50}\|([^|]*\|){6}\d{5}\|\d{4}\.\d\d\.\d\d \d\d:\d\d:\d\d\|\|$/;
  const guest =
    /^U\|\d\d\.\d\d\.\d{4}\|\d\d\.\d\d\.\d{4}\|[^|]{1,50}\|[^|]{0,24}\|\|\d\d\.\d\d\.\d{4}\|\|\|[A-Z]{3}\|[^|]{0,128}\|[A-Z0-9]{4,30}\|[A-Z0-9]{0,15}\|\d\d\|\|[^|]{0,255}$/;
  return [
    ...(lodging.test(head) ? [] : [`record A: ${head}`]),
    ...guests.filter((line) => !guest.test(line)).map((line) => `record U: ${line}`),
    ...(guests.length === 0 ? ['no guest'] : []),
  ];
}

function xmlProblems(text: string): string[] {
  const open: string[] = [];
  for (const [, slash, name, content] of text.replace(/^<\?xml[^>]*\?>\n/, '').matchAll(/<(\/?)([\w:]+)[^<>]*>([^<]*)/g)) {
    if (slash && open.pop() !== name) return [`</${name}> closes nothing`];
    if (!slash) open.push(name ?? '');
    if (/&(?!amp;|lt;|gt;|quot;|apos;)|[\p{Cc}](?<!\n)/u.test(content ?? '')) return [`"${content}" is not escaped`];
  }
  return [...open.map((name) => `<${name}> is not closed`), ...(/<([\w:]+)><\/\1>/.test(text) ? ['an element is empty'] : [])];
}

function soapProblems(text: string): string[] {
  const request = /<solicitud>([^<]*)<\/solicitud>/.exec(text)?.[1] ?? '';
  const zip = Uint8Array.from(atob(request), (character) => character.charCodeAt(0));
  const view = new DataView(zip.buffer);
  const [nameLength, size] = [view.getUint16(26, true), view.getUint32(22, true)];
  if (view.getUint32(0, true) !== 0x04034b50 || view.getUint32(zip.length - 22, true) !== 0x06054b50) return ['no ZIP archive'];
  return xmlProblems(new TextDecoder().decode(zip.slice(30 + nameLength, 30 + nameLength + size)));
}
