import { AiModelsError } from '../../errors/index.ts';

/** The address of a host that was named beforehand, on the web's own port. @throws AiModelsError `url_refused` */
export function parseSafeUrl(text: string, allowedHosts: readonly string[], base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : null;
  if (!url) throw refused('That is no address.');
  if (url.protocol !== 'https:') throw refused('Pictures are fetched by https only.');
  if (url.username || url.password)
    throw refused('An address with a name or a password in it is not opened.');
  if (url.port !== '') throw refused('An address with a port of its own is not opened.');
  // Compared as a whole: example.com is neither www.example.com nor example.com.evil.com.
  if (allowedHosts.some((host) => toHostName(host) === toHostName(url.hostname))) return url;
  throw refused(`Nothing is fetched from ${url.hostname}.`, 'Add the host to allowedHosts if you trust it.');
}

const toHostName = (host: string) => host.toLowerCase().replace(/\.$/, '');

export const refused = (message: string, hint?: string): AiModelsError =>
  new AiModelsError({ code: 'url_refused', message, ...(hint && { hint }) });

/** What lies behind a company's walls, on this machine, or nowhere: RFC 6890 and its successors. */
const closedRanges = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...[
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.31.196.0/24',
    '192.52.193.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
  ],
  ...['192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
].map((range) => {
  const [address = '', bits = ''] = range.split('/');
  return { start: parseIpv4(address) ?? 0, size: 2 ** (32 - Number(bits)) };
});

/** Whether an address, as the system's resolver writes it, is one of the open internet. What cannot be read is not. */
export function isPublicAddress(address: string): boolean {
  const ipv4 = parseIpv4(address);
  if (ipv4 !== null) return !closedRanges.some(({ start, size }) => ipv4 >= start && ipv4 < start + size);
  const groups = parseIpv6(address);
  return groups !== null && isGlobalUnicast(groups);
}

function parseIpv4(text: string): number | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null;
  const parts = text.split('.').map(Number);
  if (parts.some((part) => part > 255)) return null;
  return parts.reduce((value, part) => value * 256 + part, 0);
}

/** Eight groups, or null. IPv4 written into IPv6 and zones come out as null, too: they are never public here. */
function parseIpv6(text: string): number[] | null {
  const [before = '', after, ...more] = text.toLowerCase().split('::');
  if (more.length > 0) return null;
  const first = toGroups(before);
  const last = after === undefined ? [] : toGroups(after);
  const missing = 8 - first.length - last.length;
  if (after === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...first, ...new Array<number>(missing).fill(0), ...last];
  return groups.every((group) => Number.isInteger(group) && group >= 0 && group <= 0xffff) ? groups : null;
}

const toGroups = (text: string): number[] =>
  text === ''
    ? []
    : text.split(':').map((group) => (/^[0-9a-f]{1,4}$/.test(group) ? Number.parseInt(group, 16) : -1));

/** 2000::/3 without what is set apart in it: tunnels that lead anywhere (Teredo, 6to4) and examples. */
function isGlobalUnicast([first = 0, second = 0]: readonly number[]): boolean {
  if (first < 0x2000 || first > 0x3fff) return false;
  const isSetApart = first === 0x2001 && (second < 0x0200 || second === 0x0db8);
  const isExample = first === 0x3fff && second < 0x1000;
  return !isSetApart && first !== 0x2002 && !isExample;
}
