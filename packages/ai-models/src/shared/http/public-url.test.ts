import { expect, it } from 'vitest';
import { isOnThisMachine, isPublicUrl } from './public-url.ts';

it.each([
  'https://abcdefgh.supabase.co/storage/v1/object/sign/archives/acme/1.zip?token=abc',
  'http://files.act.example',
  'https://act.example.:8443/',
  'https://8.8.8.8/',
  'https://134744072/',
  'https://172.32.0.1/',
  'https://[2606:4700::1111]:8443/',
  'https://localhost.example/',
  'https://127.0.0.1.nip.example/',
  'https://internal.act.example/',
])('can be reached from outside: %s', (address) => expect(isPublicUrl(address)).toBe(true));

it.each([
  ...[
    'http://localhost:54321/storage',
    'http://LOCALHOST./',
    'http://api.localhost:3000',
    'http://[::1]:54321',
  ],
  ...[
    'http://127.0.0.1:54321/x',
    'http://127.1.2.3',
    'http://0x7f.1',
    'http://2130706433',
    'http://017700000001',
  ],
  ...[
    'http://127.0.0.1./',
    'http://0.0.0.0:8000',
    'http://10.0.0.5',
    'http://172.16.0.1',
    'http://192.168.1.20',
  ],
  ...['http://169.254.169.254/latest', 'http://100.64.0.1', 'http://100.127.255.254'],
  ...[
    'http://[fe80::1]',
    'http://[fd12:3456::1]',
    'http://[::]',
    'http://[::ffff:127.0.0.1]',
    'http://[::7f00:1]',
  ],
  ...['http://[::ffff:8.8.8.8]', 'http://[64:ff9b::a00:1]', 'http://[2002:7f00:1::]'],
  ...['http://macbook.local', 'http://nas.lan.', 'http://kong:8000', 'http://host.docker.internal:54321'],
  ...['https://router.home.arpa', 'https://act.test', 'https://git.corp'],
  ...['data:application/zip;base64,AA', 'file:///etc/passwd', '//act.example/x', 'act.example', ''],
])('cannot: %s', (address) => expect(isPublicUrl(address)).toBe(false));

it.each([
  ['http://127.0.0.1:5678/webhook/trained', true],
  ['http://localhost:5678/webhook', true],
  ['http://[::1]:5678/', true],
  ['http://192.168.1.4:5678/', false],
  ['http://169.254.169.254/latest', false],
  ['http://localhost.evil.example/', false],
  ['http://user:word@127.0.0.1/', false],
  ['file:///etc/passwd', false],
  ['127.0.0.1', false],
])('takes %s for this machine: %s', (address, isThisMachine) => {
  expect(isOnThisMachine(address)).toBe(isThisMachine);
});
