import { isFullRun } from '@act/local-stack/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDocument } from './openapi/document.ts';
import { allRoutes } from './routes/all-routes.ts';
import { arbitraryRequest } from './testing/arbitrary-request.ts';
import { contradiction } from './testing/documented-answer.ts';
import { fillBrand } from './testing/fill-brand.ts';
import { startApi } from './testing/start-api.ts';

const runs = isFullRun() ? 10_000 : 500;
const people = ['ctMember', 'ctAdmin', 'ctViewer', 'freelancer', 'newcomer', null] as const;

it(
  `answers ${runs} requests made from its document as it describes, and never with 500`,
  async () => {
    const failures: unknown[] = [];
    await using test = await startApi({
      limits: { person: 1e6, personCostly: 1e6, brand: 1e6, brandCostly: 1e6 },
      logger: {
        debug: () => 0,
        info: () => 0,
        warn: () => 0,
        error: (_, details) => failures.push(details?.error),
      },
    });
    const own = await fillBrand(test, 'creativetechnologists', 'ctMember');
    const others = await fillBrand(test, 'acmecompany', 'acmeMember');
    const known = [own, others].flatMap((brand) => Object.values(brand).flat());
    const request = arbitraryRequest(createDocument(allRoutes, '/api'), {
      known,
      without: ['followTrainingJob'],
    });
    const routes = new Map(allRoutes.map((route) => [route.config.operationId, route]));
    const statuses = new Map<number, number>();

    await fc.assert(
      fc.asyncProperty(request, fc.constantFrom(...people), async (drawn, person) => {
        const { operationId, method, path, query, headers, body } = drawn;
        // Whoever deletes themselves is missed in all that follows.
        const sender = operationId === 'deleteMe' ? 'techMember' : person;
        const answer = await test.send(sender, `${path}${query && `?${query}`}`, {
          method,
          headers,
          ...(body !== undefined && { body }),
        });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const route = routes.get(operationId);
        if (!route) throw new Error(`${operationId} is not mounted.`);
        expect(failures.splice(0)).toEqual([]);
        // An odd address leads to no route at all.
        if (answer.status === 404 && (await answer.clone().text()).includes('route_not_found')) return;
        expect(await contradiction(route, answer)).toBeNull();
      }),
      { numRuns: runs, interruptAfterTimeLimit: isFullRun() ? 1_500_000 : 100_000 },
    );
    // Not all of it was turned away at the door.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(runs / 50);
  },
  isFullRun() ? 1_600_000 : 120_000,
);
