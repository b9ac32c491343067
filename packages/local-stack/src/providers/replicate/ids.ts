import { randomBytes } from 'node:crypto';

const alphabet = 'abcdefghjkmnpqrstvwxyz0123456789';

/** As Replicate's: 26 small letters and digits. */
export const createRunId = (): string =>
  [...randomBytes(26)].map((byte) => alphabet[byte % alphabet.length]).join('');

export const createVersionId = (): string => randomBytes(32).toString('hex');

/** A part of an address that nobody can guess. */
export const createSecretName = (): string => randomBytes(24).toString('base64url');

/** ISO 8601 with microseconds, as Replicate writes it. */
export const toTimestamp = (moment: number): string =>
  new Date(moment).toISOString().replace(/(\.\d{3})Z$/, '$1000Z');
