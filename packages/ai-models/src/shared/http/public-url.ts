import { isPublicAddress } from './safe-url.ts';

/** Names that a machine or a network has for itself: RFC 6761, 6762, 8375, and what routers and clouds give out. */
const ownNames =
  /(^|\.)(localhost|localdomain|local|lan|home|home\.arpa|internal|intranet|private|corp|test|invalid)$/;

/**
 * Whether an address can lead anywhere from outside. Nobody is asked: a public name that stands for a machine behind a
 * wall counts as public.
 */
export function isPublicUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  // Numbers come out of the parser in one form, however they were written: 0x7f.1 as 127.0.0.1.
  if (hostname.startsWith('[')) return isPublicAddress(hostname.slice(1, -1));
  if (/^[\d.]+$/.test(hostname)) return isPublicAddress(hostname);
  const name = hostname.replace(/\.$/, '');
  return name.includes('.') && !ownNames.test(name);
}

/** Whether an address leads to the machine itself, with nothing but that in it. */
export function isOnThisMachine(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return (
    protocol === 'http:' && !username && !password && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  );
}
