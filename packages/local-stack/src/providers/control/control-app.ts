import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { faultSchema } from '../faults/fault.ts';
import type { FaultBoard } from '../faults/fault-board.ts';
import { isThisMachine } from '../serving/fetch-input.ts';
import type { SimulatedClock } from '../time/simulated-clock.ts';
import type { WebhookDelivery } from '../webhooks/send-webhook.ts';
import type { SimulatedRun } from './simulated-run.ts';

export interface ControlSettings {
  clock: SimulatedClock;
  faults: FaultBoard;
  runs: () => SimulatedRun[];
  deliveries: () => WebhookDelivery[];
  loraFetches: () => { url: string; count: number }[];
}

const largestBodyBytes = 1024 * 1024;
const speedSchema = z.strictObject({ speed: z.number().positive().max(1_000_000) });
const faultsSchema = z.union([faultSchema, z.array(faultSchema).max(100)]);

/** How tests set faults and look behind the scenes, over HTTP. For programs of this machine only. */
export function createControlApp({ clock, faults, runs, deliveries, loraFetches }: ControlSettings): Hono {
  const app = new Hono().basePath('/_simulator');

  // A foreign page can reach this machine's ports: it gets no further than a request that needs no leave of ours, which
  // has a foreign origin, a foreign host name or no JSON.
  app.use(async (context, next) => {
    const { hostname, origin } = new URL(context.req.url);
    const from = context.req.header('origin');
    if (!isThisMachine(hostname) || (from !== undefined && from !== origin)) {
      return context.json({ message: 'Only this machine may ask.' }, 403);
    }
    return next();
  });
  app.use(bodyLimit({ maxSize: largestBodyBytes }));

  app.get('/faults', (context) => context.json({ faults: faults.list() }));
  app.post('/faults', async (context) => {
    const parsed = faultsSchema.safeParse(await readJson(context));
    if (!parsed.success) return refuse(context, parsed.error);
    for (const fault of [parsed.data].flat()) faults.add(fault);
    return context.json({ faults: faults.list() }, 201);
  });
  app.delete('/faults', (context) => {
    faults.clear();
    return context.json({ faults: [] });
  });
  app.get('/runs', (context) => {
    const accepted = runs();
    const paidSubmissions = accepted.filter(({ isPaid }) => isPaid).length;
    return context.json({ paidSubmissions, runs: accepted, loraFetches: loraFetches() });
  });
  app.get('/webhooks', (context) => context.json({ deliveries: deliveries() }));
  app.get('/speed', (context) => context.json({ speed: clock.speed() }));
  app.post('/speed', async (context) => {
    const parsed = speedSchema.safeParse(await readJson(context));
    if (!parsed.success) return refuse(context, parsed.error);
    clock.setSpeed(parsed.data.speed);
    return context.json({ speed: clock.speed() });
  });
  app.notFound((context) => context.json({ message: 'There is nothing here.' }, 404));
  return app;
}

async function readJson(context: Context): Promise<unknown> {
  if (!context.req.header('content-type')?.startsWith('application/json')) return undefined;
  return context.req.json().catch(() => undefined);
}

const refuse = (context: Context, error: z.ZodError) =>
  context.json({ message: `Send JSON: ${z.prettifyError(error)}` }, 400);
