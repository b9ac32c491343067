import { expect, it } from 'vitest';
import { readRefusal } from './api-refusal.ts';

const problem = { path: 'config.steps', message: 'is 9000', fix: 'Use a whole number from 3 to 6000.' };

it('says each thing that is wrong with what was sent', async () => {
  const error = { code: 'config_invalid', message: 'No.', hint: '', requestId: 'r1', problems: [problem] };
  const refusal = await readRefusal(Response.json({ error }, { status: 400 }));
  expect(refusal).toMatchObject({ status: 400, code: 'config_invalid', problems: [problem] });
});

it('says each thing that speaks against the pictures', async () => {
  const reason = {
    code: 'not_inspected',
    message: '2 pictures are still being checked.',
    assetIds: ['a', 'b'],
  };
  const error = {
    code: 'not_ready',
    message: 'No.',
    reasons: [reason, 'x', { message: 'y' }, { code: 'z' }],
  };
  const refusal = await readRefusal(Response.json({ error }, { status: 422 }));
  expect(refusal.reasons).toEqual([
    { ...reason, hint: '' },
    { code: 'z', message: '', hint: '', assetIds: [] },
  ]);
});

it.each([undefined, 'steps', [null, 'steps', { message: 'is 9000' }]])(
  'finds no problems in %j',
  async (problems) => {
    const refusal = await readRefusal(Response.json({ error: { problems } }, { status: 400 }));
    expect(refusal.problems).toEqual([]);
  },
);

it('can be read where the answer is none of ours', async () => {
  const refusal = await readRefusal(
    new Response('<html>', { status: 502, headers: { 'x-request-id': 'r2' } }),
  );
  expect(refusal).toMatchObject({ status: 502, code: 'unknown', requestId: 'r2', problems: [] });
});
