import { expect, test } from 'vitest';
import { createOutboundPolicy } from './outbound-policy.ts';
import { validateWebhookUrl } from './validate-webhook-url.ts';

const validate = (text: string) =>
  [false, true].map((allowPrivate) => {
    const url = validateWebhookUrl(text, createOutboundPolicy(allowPrivate));
    return typeof url === 'string' ? url.split(/[:,(]/, 1)[0] : url.href;
  });

const https = 'Must be an address that begins with https';
const notPublic = 'Must name a public host';

test.each([
  ['https://hotel.example/hook?key=1', ['https://hotel.example/hook?key=1', 'https://hotel.example/hook?key=1']],
  ['https://hotel.example:8443', ['https://hotel.example:8443/', 'https://hotel.example:8443/']],
  ['HTTPS://HOTEL.example/A', ['https://hotel.example/A', 'https://hotel.example/A']],
  ['https://8.8.8.8/', ['https://8.8.8.8/', 'https://8.8.8.8/']],
  ['http://hotel.example/', [https, 'http://hotel.example/']],
  ['http://127.0.0.1:9000/', [https, 'http://127.0.0.1:9000/']],
  ['https://127.0.0.1/', [notPublic, 'https://127.0.0.1/']],
  ['https://2130706433/', [notPublic, 'https://127.0.0.1/']],
  ['https://0x7f.1/', [notPublic, 'https://127.0.0.1/']],
  ['https://0177.0.0.1/', [notPublic, 'https://127.0.0.1/']],
  ['https://127.1/', [notPublic, 'https://127.0.0.1/']],
  ['https://①②⑦.0.0.1/', [notPublic, 'https://127.0.0.1/']],
  ['https://[::1]/', [notPublic, 'https://[::1]/']],
  ['https://[::ffff:10.0.0.1]/', [notPublic, 'https://[::ffff:a00:1]/']],
  ['https://[64:ff9b::7f00:1]/', [notPublic, 'https://[64:ff9b::7f00:1]/']],
  ['https://017700000001/', [notPublic, 'https://127.0.0.1/']],
  ['https://0x7F000001/', [notPublic, 'https://127.0.0.1/']],
  ['https://0x7f.0.0.0x1/', [notPublic, 'https://127.0.0.1/']],
  ['https://127.0.0.1./', [notPublic, 'https://127.0.0.1/']],
  ['https://127\u30020\u30020\u30021/', [notPublic, 'https://127.0.0.1/']],
  ['https://%31%32%37.0.0.1/', [notPublic, 'https://127.0.0.1/']],
  ['https://127.0\n.0.1/', [notPublic, 'https://127.0.0.1/']],
  ['https:\\\\127.0.0.1/', [notPublic, 'https://127.0.0.1/']],
  ['https:127.0.0.1/', [notPublic, 'https://127.0.0.1/']],
  ['https://10.1/', [notPublic, 'https://10.0.0.1/']],
  ['https://127.0.0.1\\@hotel.example/', [notPublic, 'https://127.0.0.1/@hotel.example/']],
  ['https://169.254.169.254/latest/', [notPublic, notPublic]],
  ['https://2852039166/', [notPublic, notPublic]],
  ['https://[::ffff:169.254.169.254]/', [notPublic, notPublic]],
  ['https://[::ffff:0:127.0.0.1]/', [notPublic, notPublic]],
  ['https://[64:ff9b::169.254.169.254]/', [notPublic, notPublic]],
  ['https://[64:ff9b:1::127.0.0.1]/', [notPublic, notPublic]],
  ['https://[2002:7f00:1::]/', [notPublic, notPublic]],
  ['https://[::]/', [notPublic, notPublic]],
  ['https://[fe80::1%25eth0]/', [https, https]],
  ['https://256.0.0.1/', [https, https]],
  ['https://hotel.example@127.0.0.1/', ['Must not hold a user name or a password', 'Must not hold a user name or a password']],
  ['https://[fe80::1]/', [notPublic, notPublic]],
  ['https://0.0.0.0/', [notPublic, notPublic]],
  ['https://localhost/', [notPublic, 'https://localhost/']],
  ['https://LOCALHOST./', [notPublic, 'https://localhost./']],
  ['https://a.localhost/', [notPublic, 'https://a.localhost/']],
  ['ftp://hotel.example/', [https, `${https}`]],
  ['file:///etc/passwd', [https, https]],
  ['gopher://hotel.example/', [https, https]],
  ['javascript:alert(1)', [https, https]],
  ['hotel.example/hook', [https, https]],
  ['', [https, https]],
  ['https://', [https, https]],
  ['https://user:secret@hotel.example/', ['Must not hold a user name or a password', 'Must not hold a user name or a password']],
  ['https://hotel.example/#part', ['Must not hold a fragment ', 'Must not hold a fragment ']],
])('%s', (text, expected) => {
  expect(validate(text)).toEqual(expected);
});
