import { z } from 'zod';
import { isUnique, uniqueRule } from './schema-parts.ts';

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const hostPattern = new RegExp(String.raw`^(?=.{1,253}$)${label}(?:\.${label})*$`);

/** A host as a brand lists it: lower case, without scheme, port, path and final dot. */
const hostNameSchema = z
  .string()
  .max(253)
  .regex(
    hostPattern,
    'Use a host name in lower case without scheme, port and path, such as "studio.example.com".',
  );

export const hostsSchema = z
  .array(hostNameSchema)
  .max(20)
  .refine(isUnique, uniqueRule)
  .default(() => []);

/** The host that a request names, in the form in which brands list theirs; null if it names none. */
export function toHostName(header: string): string | null {
  // Checked before it is put in lower case: U+212A, the Kelvin sign, would become a plain "k".
  const [, name] = /^([A-Za-z0-9.-]{1,254}?)\.?(?::\d{1,5})?$/.exec(header) ?? [];
  const host = name?.toLowerCase();
  return host !== undefined && hostPattern.test(host) ? host : null;
}
