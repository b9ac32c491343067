import { expect, it } from 'vitest';
import { startStack } from '../testing/index.ts';

it('takes a deletion without a body, as supabase-js sends it', async () => {
  await using stack = await startStack({ listen: true });
  const admin = await stack.as('ctAdmin');
  const { error, status } = await admin.from('brand_assets').delete().eq('brand_id', 'creativetechnologists');
  expect({ error, status }).toEqual({ error: null, status: 204 });
});

it('takes a body that comes in pieces', async () => {
  await using stack = await startStack({ listen: true });
  const pieces = new Blob([
    '[{"brand_id":"creativetechnologists","name":"logo.png",',
    '"file_url":"x"}]',
  ]).stream();
  const answer = await fetch(`${stack.url}/rest/v1/brand_assets`, {
    method: 'POST',
    headers: { ...(await stack.headersFor('ctMember')), 'content-type': 'application/json' },
    body: pieces,
    duplex: 'half',
  });
  // Heard and understood: the path is not one of the brand's.
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: '23514' }]);
});
