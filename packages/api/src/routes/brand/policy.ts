import { parseInput } from '@act/ai-models/schemas';
import { brandSettingsSchema } from '@act/tenant-config';
import { z } from '@hono/zod-openapi';
import { policyChanges, policySchema, toPolicy } from '../../answers/policy.ts';
import { changePolicy, readBrandSettings, readSettings } from '../../database/brand-policy.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';
import { flattenChanges, overlayChanges } from './policy-changes.ts';

export const getPolicy = personRoute({
  method: 'get',
  path: '/brand/settings',
  operationId: 'getPolicy',
  area: 'Brand',
  summary:
    'Says what the brand allows: how much is needed to train, what it may cost, how long things are kept.',
  isTagged: true,
  answer: json('The policy.', policySchema),
  handle: async ({ caller }) => {
    const { id: brandId, role } = await caller.needBrand();
    return toPolicy(await readBrandSettings({ database: caller.database, brandId }), role === 'admin');
  },
});

export const changePolicyRoute = personRoute({
  method: 'patch',
  path: '/brand/settings',
  operationId: 'updatePolicy',
  area: 'Brand',
  summary: 'Changes what the brand allows; for admins. What is left out stays.',
  body: z.strictObject({ ...brandField, ...policyChanges }),
  example: { budget: { monthlyUsd: 250 }, retention: { generationDays: 90 } },
  answer: json('The policy as it is now.', policySchema),
  handle: async ({ caller, body: { brandId: _, subjects, autoRetrain, ...rest } }) => {
    const { id: brandId, role } = await caller.needBrand();
    const scope = { database: caller.database, brandId };
    const changes = flattenChanges({ ...rest, training: { subjects, autoRetrain } });
    const wanted = overlayChanges(await readSettings(scope), changes);
    const settings = parseInput(brandSettingsSchema, wanted, { subject: 'The policy' });
    await changePolicy(scope, changes);
    return toPolicy(settings, role === 'admin');
  },
});
