import type { KnownFunction } from '../schema/read-migrations.ts';
import type { ThrowAwayWorld } from './throw-away-brands.ts';
import type { Trial } from './trial.ts';

/** Each function that names a brand or a row, by each stranger, for the brand that is not theirs. */
export async function tryFunctions(
  world: ThrowAwayWorld,
  trial: Trial,
  functions: readonly KnownFunction[],
): Promise<void> {
  const { brandId, assetId, admin, strangers } = world;
  // What no answer to a stranger may hold. The ids that were passed are not among them: an answer may repeat those.
  const secrets = [`a secret of ${brandId}`, admin.email, admin.userId, 'guidelines.txt'];
  for (const { name, parameters } of functions) {
    if (!parameters.some((parameter) => parameter.name.endsWith('_id'))) continue;
    const values = Object.fromEntries(
      parameters.map((parameter) => [parameter.name, argumentFor(parameter, world)]),
    );
    for (const { name: who, client } of strangers) {
      const { data, error } = await client.rpc(name, values);
      const answer = JSON.stringify(data ?? '');
      const seen = error ? undefined : secrets.find((secret) => answer.includes(secret));
      trial.expectRefused(
        { who, what: `function ${name}`, how: `call it for ${brandId} and ${assetId}` },
        seen === undefined ? null : `the answer holds ${JSON.stringify(seen)}`,
      );
    }
  }
}

function argumentFor(
  { name, type }: KnownFunction['parameters'][number],
  { brandId, assetId }: ThrowAwayWorld,
): unknown {
  if (name === 'brand_id') return brandId;
  switch (type) {
    case 'uuid':
      return assetId;
    case 'uuid[]':
      return [assetId];
    case 'text[]':
      return ['training.completed'];
    case 'integer':
    case 'bigint':
      return 1;
    case 'jsonb':
      return {};
    case 'boolean':
      return true;
    case 'interval':
      return '1 day';
    case 'timestamptz':
      return new Date(0).toISOString();
    default:
      return name === 'address' ? 'https://taken.example.com/hook' : 'taken@isolation.invalid';
  }
}
