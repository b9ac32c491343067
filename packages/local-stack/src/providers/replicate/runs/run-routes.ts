import type { Context, Hono } from 'hono';
import { problems } from '../answers/api-problem.ts';
import { paginate } from '../answers/paginate.ts';
import type { ApiEnvironment, ReplicateParts } from '../replicate-parts.ts';
import type { Run } from './run.ts';
import { toListAnswer, toRunAnswer } from './run-answer.ts';
import { cancelRun } from './run-lifecycle.ts';

/** What trainings and predictions have in common: one, all, and the end of one. */
export function addRunRoutes(routes: Hono<ApiEnvironment>, kind: Run['kind'], parts: ReplicateParts): void {
  const { runs, clock, apiUrl } = parts;
  const answer = () => ({ clock, apiUrl: apiUrl() });
  const find = (context: Context<ApiEnvironment>): Run => {
    const run = runs.find(context.req.param('id') ?? '', kind, context.var.account);
    if (!run) throw problems.notFound();
    return run;
  };

  routes.get(`/${kind}s`, (context) => {
    const listed = runs.list(kind, context.var.account);
    const page = paginate(listed, { url: new URL(context.req.url), listUrl: `${apiUrl()}/${kind}s` });
    return context.json({ ...page, results: page.results.map((run) => toListAnswer(run, answer())) });
  });
  routes.get(`/${kind}s/:id`, (context) => context.json(toRunAnswer(find(context), answer())));
  routes.post(`/${kind}s/:id/cancel`, (context) => {
    const run = find(context);
    cancelRun(run, parts);
    return context.json(toRunAnswer(run, answer()));
  });
}
