import type postgres from 'postgres';

const toIsoTime = (text: string) => text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
const keep = (value: unknown) => value;

/** Makes the driver answer times and numbers as PostgREST writes them: ISO 8601, and 12.50 as a number. */
export const valueTypes: Record<string, postgres.PostgresType> = {
  timestamptz: { to: 1184, from: [1184], serialize: keep, parse: toIsoTime },
  timestamp: { to: 1114, from: [1114], serialize: keep, parse: toIsoTime },
  numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
};
