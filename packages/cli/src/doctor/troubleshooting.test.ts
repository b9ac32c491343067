import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { startWorld } from '../testing/start-world.ts';

it('says what keeps a training from beginning in the words that the troubleshooting page has for it', {
  timeout: 90_000,
}, async () => {
  await using world = await startWorld();
  const { act } = world.person('operator');
  const { code, stdout } = await act(['doctor'], {
    environment: { ACT_PROVIDERS: 'live', ACT_WORKER_URL: 'http://127.0.0.1:9' },
  });
  expect(code).toBe(9);
  const said = stdout.replace(/\s+/g, ' ');
  for (const title of [
    'Error: "REPLICATE_API_TOKEN environment variable is not set"',
    'Training stuck at 0%',
  ]) {
    expect(said).toContain(await readFirstQuote(title));
  }
  expect(said).toContain('Fix: Set REPLICATE_API_TOKEN or RUNPOD_API_KEY');
  expect(said).toContain('Fix: Start one: `npm start` here, `act-worker` on a server.');
});

/** What an entry says that the product says. */
async function readFirstQuote(title: string): Promise<string> {
  const page = await readFile(new URL('../../../../docs/troubleshooting.md', import.meta.url), 'utf8');
  const entry = page.split('\n## ').find((one) => one.startsWith(`${title}\n`)) ?? '';
  const [, quote] = /^> (.*)$/m.exec(entry) ?? [];
  if (quote === undefined) throw new Error(`The page quotes nothing under ${title}.`);
  return quote;
}
