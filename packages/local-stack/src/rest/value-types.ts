import type postgres from 'postgres';

const toIsoTime = (text: string) => text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
const keep = (value: unknown) => value;

/** Lite has written the arguments of functions as JSON already; once more, and an object would arrive as a string. */
function toJson(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  try {
    JSON.parse(value);
    return value;
  } catch {
    return JSON.stringify(value);
  }
}

/** Makes the driver answer times and numbers as PostgREST writes them: ISO 8601, and 12.50 as a number. */
export const valueTypes: Record<string, postgres.PostgresType> = {
  timestamptz: { to: 1184, from: [1184], serialize: keep, parse: toIsoTime },
  timestamp: { to: 1114, from: [1114], serialize: keep, parse: toIsoTime },
  jsonb: { to: 3802, from: [3802], serialize: toJson, parse: JSON.parse },
  numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
};
