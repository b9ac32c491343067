import { Hono } from 'hono';
import { z } from 'zod';
import { hardwareSkus } from '../accounts/account-routes.ts';
import { problems } from '../answers/api-problem.ts';
import { paginate } from '../answers/paginate.ts';
import { parseBody, parseJson } from '../answers/parse-body.ts';
import type { ApiEnvironment, ReplicateParts } from '../replicate-parts.ts';
import { type Model, nameOf } from './model.ts';
import { toModelAnswer, toVersionAnswer } from './model-answer.ts';
import { modelsPerAccount } from './model-store.ts';

const newModelSchema = z.strictObject({
  owner: z.string(),
  name: z.string().regex(/^[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?$/, 'Invalid model name'),
  visibility: z.enum(['public', 'private']),
  hardware: z.string(),
  description: z.string().nullish(),
  github_url: z.string().nullish(),
  paper_url: z.string().nullish(),
  license_url: z.string().nullish(),
  cover_image_url: z.string().nullish(),
});

/** Models and their versions. */
export function modelRoutes({ models, apiUrl }: ReplicateParts): Hono<ApiEnvironment> {
  const routes = new Hono<ApiEnvironment>();
  const find = (name: string, username: string): Model => {
    const model = models.find(name, username);
    if (!model) throw problems.notFound();
    return model;
  };
  const findOwn = (name: string, username: string): Model => {
    const model = find(name, username);
    if (model.owner !== username) throw problems.refused('You can only change models that you own.');
    return model;
  };

  routes.post('/models', async (context) => {
    const body = parseBody(newModelSchema, parseJson(await context.req.text()));
    const { username } = context.var.account;
    if (body.owner !== username) throw problems.refused('The owner must be the account of the token.');
    if (!hardwareSkus.includes(body.hardware)) throw problems.refused('Invalid hardware SKU.');
    if (models.find(`${body.owner}/${body.name}`, username)) throw problems.modelExists();
    const own = models.list(username).filter(({ owner }) => owner === username);
    if (own.length >= modelsPerAccount) throw problems.refused('You have reached the limit of models.');
    const model = models.add({
      owner: username,
      name: body.name,
      visibility: body.visibility,
      description: body.description ?? null,
      githubUrl: body.github_url ?? null,
      paperUrl: body.paper_url ?? null,
      licenseUrl: body.license_url ?? null,
      coverImageUrl: body.cover_image_url ?? null,
    });
    return context.json(toModelAnswer(model), 201);
  });

  routes.get('/models', (context) => {
    const listed = models.list(context.var.account.username).map((model) => ({ id: nameOf(model), model }));
    const page = paginate(listed, { url: new URL(context.req.url), listUrl: `${apiUrl()}/models` });
    return context.json({ ...page, results: page.results.map(({ model }) => toModelAnswer(model)) });
  });

  routes.get('/models/:owner/:name', (context) => {
    const { owner, name } = context.req.param();
    return context.json(toModelAnswer(find(`${owner}/${name}`, context.var.account.username)));
  });

  routes.delete('/models/:owner/:name', (context) => {
    const { owner, name } = context.req.param();
    const model = findOwn(`${owner}/${name}`, context.var.account.username);
    if (model.visibility !== 'private') throw problems.refused('You can only delete private models.');
    if (model.versions.length > 0) throw problems.refused('You can only delete models without versions.');
    models.remove(model);
    return context.body(null, 204);
  });

  routes.get('/models/:owner/:name/versions', (context) => {
    const { owner, name } = context.req.param();
    const { versions } = find(`${owner}/${name}`, context.var.account.username);
    const listUrl = `${apiUrl()}/models/${owner}/${name}/versions`;
    const page = paginate(versions, { url: new URL(context.req.url), listUrl });
    return context.json({ ...page, results: page.results.map(toVersionAnswer) });
  });

  routes.get('/models/:owner/:name/versions/:version', (context) => {
    const { owner, name, version: id } = context.req.param();
    const model = find(`${owner}/${name}`, context.var.account.username);
    const version = model.versions.find((one) => one.id === id);
    if (!version) throw problems.notFound();
    return context.json(toVersionAnswer(version));
  });

  routes.delete('/models/:owner/:name/versions/:version', (context) => {
    const { owner, name, version: id } = context.req.param();
    const model = findOwn(`${owner}/${name}`, context.var.account.username);
    const version = model.versions.find((one) => one.id === id);
    if (!version) throw problems.notFound();
    models.removeVersion(model, version);
    return context.body(null, 202);
  });
  return routes;
}
