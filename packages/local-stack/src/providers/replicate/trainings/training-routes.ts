import { Hono } from 'hono';
import { z } from 'zod';
import { problems } from '../answers/api-problem.ts';
import { parseBody, parseJson } from '../answers/parse-body.ts';
import type { ApiEnvironment, ReplicateParts } from '../replicate-parts.ts';
import { toCreatedAnswer } from '../runs/run-answer.ts';
import { startRun } from '../runs/run-lifecycle.ts';
import { addRunRoutes } from '../runs/run-routes.ts';
import { toWebhook, webhookFields } from '../runs/webhook-fields.ts';
import { prepareTraining } from './train.ts';
import { fluxTrainerInputSchema, hideSecrets } from './trainer-input.ts';

const bodySchema = z.strictObject({
  destination: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'Does not match pattern owner/name'),
  input: z.record(z.string(), z.unknown()),
  ...webhookFields,
});

const queueMs = 15_000;

/** Trainings: created under a trainer's version, everything else under their own id. */
export function trainingRoutes(parts: ReplicateParts): Hono<ApiEnvironment> {
  const { models, clock, apiUrl } = parts;
  const routes = new Hono<ApiEnvironment>();

  routes.post('/models/:owner/:name/versions/:version/trainings', async (context) => {
    const { owner, name, version: id } = context.req.param();
    const { account } = context.var;
    const body = parseBody(bodySchema, parseJson(await context.req.text()));
    const trainer = models.find(`${owner}/${name}`, account.username);
    const version = trainer?.versions.find((one) => one.id === id);
    if (version?.program !== 'flux-trainer') throw problems.versionInvalid();
    const destination = models.find(body.destination, account.username);
    if (destination?.owner !== account.username) throw problems.destinationMissing();
    const input = parseBody(fluxTrainerInputSchema, body.input, 'input');
    if (account.credit === 'none') throw problems.insufficientCredit();

    const run = startRun(
      {
        kind: 'training',
        account,
        model: `${owner}/${name}`,
        version: version.id,
        input: hideSecrets(body.input),
        destination: body.destination,
        webhook: toWebhook(body),
        queueMs,
        cancelAfterMs: null,
        prepare: prepareTraining(input, parts),
      },
      parts,
    );
    return context.json(toCreatedAnswer(run, { clock, apiUrl: apiUrl() }), 201);
  });

  addRunRoutes(routes, 'training', parts);
  return routes;
}
