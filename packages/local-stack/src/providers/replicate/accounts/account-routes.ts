import { Hono } from 'hono';
import type { ApiEnvironment } from '../replicate-parts.ts';

const hardware = [
  { name: 'CPU', sku: 'cpu' },
  { name: 'Nvidia T4 GPU', sku: 'gpu-t4' },
  { name: 'Nvidia L40S GPU', sku: 'gpu-l40s' },
  { name: 'Nvidia A100 (80GB) GPU', sku: 'gpu-a100-large' },
  { name: 'Nvidia H100 GPU', sku: 'gpu-h100' },
];

export const hardwareSkus = hardware.map(({ sku }) => sku);

/** Who I am, what there is to run on, and what webhooks are signed with. */
export function accountRoutes(): Hono<ApiEnvironment> {
  const routes = new Hono<ApiEnvironment>();
  routes.get('/account', (context) => {
    const { username } = context.var.account;
    return context.json({ type: 'organization', username, name: username, github_url: null });
  });
  routes.get('/hardware', (context) => context.json(hardware));
  routes.get('/webhooks/default/secret', (context) =>
    context.json({ key: context.var.account.webhookSecret }),
  );
  return routes;
}
