import { redacting } from '@act/ai-models';

/** What an error says, without anything that looks like a secret or a signed address; for rows and for the operator. */
export function redactMessage(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  let clean = '';
  const keep = (message: string) => {
    clean = message;
  };
  // The library's own rule for logs is the one rule.
  redacting({ debug: keep, info: keep, warn: keep, error: keep }).info(said.slice(0, 4_000));
  return clean.slice(0, 1_000);
}
