import { expect, it } from 'vitest';
import { isPublicAddress, parseSafeUrl } from './safe-url.ts';

const hosts = ['images.example.com', 'Cdn.Example.com.'];

it.each(['https://images.example.com/a.png?x=1', 'https://IMAGES.example.com./a', 'https://cdn.example.com'])(
  'opens %s',
  (text) => {
    expect(parseSafeUrl(text, hosts).protocol).toBe('https:');
  },
);

it.each([
  'http://images.example.com/a.png',
  'file:///etc/passwd',
  'data:image/png;base64,AA',
  'https://example.com/a.png',
  'https://evil.images.example.com/',
  'https://images.example.com.evil.com/',
  'https://images.example.com@evil.com/',
  'https://user:word@images.example.com/',
  'https://images.example.com:8443/',
  'https://127.0.0.1/',
  'https://0x7f.1/',
  '//images.example.com/a',
  'images.example.com',
  '',
])('refuses %s', (text) => {
  expect(() => parseSafeUrl(text, hosts)).toThrow(expect.objectContaining({ code: 'url_refused' }));
});

it('trusts nobody unless told to', () => {
  expect(() => parseSafeUrl('https://images.example.com/', [])).toThrow('Nothing is fetched from');
});

it.each([
  '93.184.216.34',
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '2a00:1450:4001:80b::200e',
  '2001:4860:4860::8888',
])('knows %s as public', (address) => expect(isPublicAddress(address)).toBe(true));

it.each([
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
  ...['192.168.0.1', '192.0.2.1', '198.18.0.1', '203.0.113.9', '224.0.0.1', '255.255.255.255'],
  ...[
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '::ffff:0808:0808',
    '64:ff9b::808:808',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12::1',
  ],
  ...['ff02::1', '2001:db8::1', '2001::1', '2002:7f00:1::', '3fff::1', '100::1', 'fec0::1'],
  ...[
    '256.1.1.1',
    '1.2.3',
    '0x7f.0.0.1',
    '127.1',
    '2130706433',
    'localhost',
    '2606:4700:::1',
    '1:2:3:4:5:6:7:8:9',
    '2606::1::2',
    '',
  ],
])('does not know %s as public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
