import { ApiError } from './api-error.ts';

/** Deeper is no input of ours, and more than other programs can follow. */
const maximumDepth = 24;
/** Names that every object has already. */
const reservedNames = new Set(['__proto__', 'constructor', 'prototype']);

/** Parses a body, which may hold nothing that a database or a program behind this one could stumble over. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    checkValues(value);
    return value;
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw invalid('The body is no JSON.', 'Send a JSON object.');
  }
}

/** Step by step, not by recursion: the depth is the caller's. */
function checkValues(root: unknown): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') checkText(value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= maximumDepth) throw invalid(`The body is nested deeper than ${maximumDepth} levels.`);
    for (const [name, inner] of Object.entries(value)) {
      if (reservedNames.has(name)) throw invalid(`No field can be called ${name}.`, 'Use another name.');
      checkText(name);
      waiting.push({ value: inner, depth: depth + 1 });
    }
  }
}

/** No NUL, and no half of a character: PostgreSQL takes neither. */
export function checkText(text: string): void {
  if (text.includes('\0') || !text.isWellFormed()) {
    throw invalid('A text holds a NUL character, or half of a character.', 'Take it out.');
  }
}

const invalid = (message: string, hint = 'Send a plain JSON object.') =>
  new ApiError({ status: 400, code: 'body_invalid', message, hint });
