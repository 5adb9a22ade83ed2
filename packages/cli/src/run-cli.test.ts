import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { runCaptured } from '../test/run-captured.ts';

describe('a wrong command line exits with 2 and names what is wrong', () => {
  test.each([
    [
      ['fetch'],
      'Unknown command fetch. Commands here: scan, parse, register, serve, token, webhook, audit, keys, migrate, move, backup, restore, doctor, completion.',
    ],
    [['token', 'drop'], 'Unknown command drop. Commands here: create, list, update, rotate, revoke, purge.'],
    [['--jsn'], 'Unknown option --jsn. Options here: --version, -v, --help.'],
    [['scan'], 'Name a file, a folder or a pattern, or --watch a folder.'],
    [
      ['scan', '--jsn', 'a.png'],
      'Unknown option --jsn. Options here: --recursive, -r, --watch, --format, --json, --hints, --annotate, --visual, --portrait, --portrait-crops, --barcodes, --sides, --strict, --processes, --server, --token, --help.',
    ],
    [['scan', '--format', 'xml', 'a.png'], '--format must be one of table, json, ndjson, csv, not "xml".'],
    [['scan', '--json', '--format', 'csv', 'a.png'], '--json means --format ndjson and contradicts --format csv.'],
    [
      ['scan', '--watch', 'inbox', '--format', 'json'],
      '--format json is complete only when all files are read, and --watch never ends: use ndjson or csv.',
    ],
    [
      ['scan', '--watch', 'inbox', '--annotate', 'inbox/drawn'],
      '--annotate must not write to the folder that --watch reads: each drawing would be read in turn.',
    ],
    [['scan', '--json=yes', 'a.png'], '--json takes no value.'],
    [['scan', '--processes', '--json'], '--processes needs a value.'],
    [['scan', '--processes=', 'a.png'], '--processes needs a value.'],
    [['scan', '--processes', 'all', 'a.png'], '--processes must be a whole number from 1 to 256, not "all".'],
    [['scan', '--processes=0', 'a.png'], '--processes must be a whole number from 1 to 256, not "0".'],
    [['parse', 'zone.txt'], 'Unexpected argument zone.txt.'],
    [['token', 'create'], 'NAME is missing.'],
    [['token', 'create', ' '], 'NAME must have 1 to 200 characters.'],
    [
      ['token', 'create', '--expires-in', '90', 'desk'],
      '--expires-in must be a number with the unit s, m, h, d or w, such as 24h or 90d, not "90".',
    ],
    [['token', 'create', '--expires-in', '0', 'desk'], '--expires-in must be longer than 0.'],
    [
      ['token', 'create', '--scopes', 'scan,write', 'desk'],
      '--scopes must be some of scan, read, delete, portrait, admin, with commas between.',
    ],
    [['token', 'create', '--rate-limit', '0', 'desk'], '--rate-limit must be a whole number of 1 or more, or none.'],
    [
      ['token', 'rotate', '--overlap', 'soon', 'a'],
      '--overlap must be a number with the unit s, m, h, d or w, such as 24h or 90d, not "soon".',
    ],
    [['token', 'update', '--retain', '0', 'a'], '--retain must be a whole number of 1 or more, or none.'],
    [['token', 'update', '--retain-picture', 'x', 'a'], '--retain-picture must be a whole number of 0 or more, or none.'],
    [['token', 'update', 'a'], 'Name a limit: --rate-limit, --scans-per-day, --retain or --retain-picture.'],
    [['scan', '--token', 'abc', 'a.png'], '--token is for a service: name the service with --server.'],
    [['scan', '--server', 'http://127.0.0.1:1', 'a.png'], 'http://127.0.0.1:1 needs a token: use --token, or set OCR_WEB_TOKEN.'],
    [
      ['scan', '--server', '127.0.0.1:1', '--token', 'abc', 'a.png'],
      '--server or --token cannot be used: baseUrl must be an address such as https://ocr.example.org, not "127.0.0.1:1".',
    ],
    [['token', 'revoke', 'a', 'b'], 'Unexpected argument b.'],
    [['webhook', 'listen', '--port', '70000'], '--port must be a whole number from 0 to 65535, not "70000".'],
    [['webhook', 'listen', '--status', '100'], '--status must be a whole number from 200 to 599, not "100".'],
    [['webhook', 'listen', '--secret', 'secret'], 'The secret must be "whsec_" followed by base64, as the service showed it.'],
    [['webhook', 'listen', '--server', 'http://127.0.0.1:1'], 'http://127.0.0.1:1 needs a token: use --token, or set OCR_WEB_TOKEN.'],
  ])('%j', async (argv, message) => {
    expect(await runCaptured(argv)).toEqual({ code: 2, stdout: '', stderr: `ocr-web: ${message} See --help.\n` });
  });

  test('no command at all: the help, on stderr', async () => {
    const { code, stdout, stderr } = await runCaptured([]);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: (await runCaptured(['--help'])).stdout });
  });
});

test('a wrong setting exits with 3 and names the variable', async () => {
  expect(await runCaptured(['token', 'list'], '', { OCR_WEB_PORT: 'http' })).toEqual({
    code: 3,
    stdout: '',
    stderr: 'ocr-web: OCR_WEB_PORT must be a whole number from 0 to 65535, not "http"\n',
  });
});

test('--version', async () => {
  expect(await runCaptured(['--version'])).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
});

describe('--help shows usage, options and examples of every command, without colours', () => {
  test.each([
    [
      [],
      'ocr-web scan|parse|register|serve|token|webhook|audit|keys|migrate|move|backup|restore|doctor|completion',
      'ocr-web scan passport.jpg',
    ],
    [['scan'], 'ocr-web scan [OPTIONS] [FILE…]', 'ocr-web scan --json scans/*.png > results.ndjson'],
    [['migrate'], 'ocr-web migrate [OPTIONS]', 'DATABASE_URL=postgresql://ocr@db.example.org/ocr ocr-web migrate'],
    [['move'], 'ocr-web move [OPTIONS]', 'OCR_WEB_DATA_DIR=/var/lib/ocr-web ocr-web move --to folder'],
    [['doctor'], 'ocr-web doctor [OPTIONS]', 'ocr-web doctor'],
    [['completion'], 'ocr-web completion bash|zsh|fish', 'ocr-web completion fish > ~/.config/fish/completions/ocr-web.fish'],
    [['parse'], 'ocr-web parse [OPTIONS]', 'ocr-web parse < zone.txt'],
    [['register'], 'ocr-web register [OPTIONS] [SCANS]', 'ocr-web register --to ses --stay stay.json scans.ndjson > ses.xml'],
    [['serve'], 'ocr-web serve [OPTIONS]', 'ocr-web serve'],
    [['token'], 'ocr-web token create|list|update|rotate|revoke|purge', 'ocr-web token create "front desk"'],
    [['token', 'create'], 'ocr-web token create [OPTIONS] NAME', 'TOKEN=$(ocr-web token create ci)'],
    [['token', 'list'], 'ocr-web token list [OPTIONS]', 'ocr-web token list --json'],
    [['token', 'revoke'], 'ocr-web token revoke [OPTIONS] ID', 'ocr-web token revoke 6f1c1f0e-7f0b-4a53-9c0a-2f6f3b1f8a11'],
    [['token', 'purge'], 'ocr-web token purge [OPTIONS] ID', 'ocr-web token purge 6f1c1f0e-7f0b-4a53-9c0a-2f6f3b1f8a11'],
    [['webhook', 'listen'], 'ocr-web webhook listen [OPTIONS]', 'ocr-web webhook listen --server http://127.0.0.1:8080'],
  ])('%j', async (command, usage, example) => {
    const { code, stdout, stderr } = await runCaptured([...command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n').map((line) => line.trim());
    expect(lines).toEqual(expect.arrayContaining([`USAGE ${usage}`, 'EXAMPLES', example]));
    expect(stdout).not.toContain('\u001b');
  });
});
