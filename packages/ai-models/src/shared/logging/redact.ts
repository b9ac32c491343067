const hidden = '[redacted]';
const maximumDepth = 8;
const maximumEntries = 1000;

// One pattern each, with the part before the secret in group 1 where there is one to keep. Repetitions have bounds where
// a long text could make them slow.
const secretShapes: readonly RegExp[] = [
  // Replicate, RunPod, Supabase, webhook, Hugging Face, Stripe-like keys, by how they begin.
  /()\b(?:r8|rpa|whsec|hf|sb_secret|sbp|sk_(?:live|test))_[A-Za-z0-9_+/=-]{4,}/g,
  /()\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)?/g,
  /\b((?:proxy-)?authorization["']?\s*[:=]\s*["']?(?:[A-Za-z]+\s+)?)[^\s"',;]+/gi,
  /\b((?:bearer|basic|token)\s+)(?=[A-Za-z0-9._~+/-]*[0-9_])[A-Za-z0-9._~+/=-]{12,}/gi,
  /\b([a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{0,200}:)[^\s/@]{1,500}(?=@)/gi,
  /([?&;](?:[\w.-]{0,40}(?:token|signature|secret|password|apikey|api_key|credential)|sig|key|code)=)[^\s&#"'<>]+/gi,
  // The address of a doorbell is the right to ring it.
  /(\/webhooks?\/[\w-]+\/)[\w-]{16,}/g,
];

const secretName =
  /token|secret|passw(?:or)?d|authorization|credential|cookie|jwt|jwk|api[-_]?key|signing[-_]?key|private[-_]?key|service[-_]?(?:role[-_]?)?key|capability/i;

/** Whether what is called so is kept to oneself. */
export const isSecretName = (name: string): boolean => secretName.test(name);

/** Takes out what looks like a secret, and keeps the rest readable. */
export const redactText = (text: string): string =>
  secretShapes.reduce((clean, shape) => clean.replace(shape, (_, kept: string) => `${kept}${hidden}`), text);

/** A copy without secrets, of plain values only: for a log. Never fails, whatever it is given. */
export const redactValue = (value: unknown): unknown => copy(value, []);

function copy(value: unknown, within: readonly object[]): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return value;
  if (within.includes(value)) return '[circular]';
  if (within.length >= maximumDepth) return '[deeper]';
  try {
    return copyObject(value, [...within, value]);
  } catch {
    return '[unreadable]';
  }
}

function copyObject(value: object, within: readonly object[]): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof URL) return redactText(value.href);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, maximumEntries).map((entry) => copy(entry, within));
  if (value instanceof Set) return [...value].slice(0, maximumEntries).map((entry) => copy(entry, within));
  if (value instanceof Map || value instanceof Headers) return copyEntries([...value], within);
  // A key as JSON says so by its kind.
  if ('kty' in value) return hidden;
  return copyEntries([...ownOfError(value), ...Object.entries(value)], within);
}

/** What an error says of itself is no enumerable property. */
function ownOfError(value: object): [string, unknown][] {
  if (!(value instanceof Error)) return [];
  const { name, message, stack, cause } = value;
  return Object.entries({ name, message, stack, ...(cause !== undefined && { cause }) });
}

function copyEntries(entries: readonly (readonly [unknown, unknown])[], within: readonly object[]): unknown {
  const clean = entries.slice(0, maximumEntries).map(([key, value]): [string, unknown] => {
    const name = String(key);
    const isKept = !isSecretName(name) || isHarmless(value);
    return [redactText(name), isKept ? copy(value, within) : hidden];
  });
  return Object.fromEntries(clean);
}

/** A count of tokens is no token. */
const isHarmless = (value: unknown) =>
  value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean';
