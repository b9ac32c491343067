import type { RouteAnswer } from './api-door.ts';

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Status and words, without what was asked for: two that are alike tell nothing. */
export function comparable({ status, text }: RouteAnswer, asked: readonly string[] = []): string {
  const words = asked.reduce((left, one) => left.replaceAll(one, 'ASKED'), text.replaceAll(uuid, 'ID'));
  return `${status} ${words}`;
}

/** Which of some texts an answer has. */
export const textsIn = (text: string, texts: readonly string[]): string[] =>
  texts.filter((one) => text.includes(one));
