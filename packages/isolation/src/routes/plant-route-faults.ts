import type { MutantResult } from '../mutants/plant-mutants.ts';
import { createRecorder } from '../report/recorder.ts';
import { openWorld, type Template } from '../world/world.ts';
import { checkRoutesWith } from './check-routes.ts';
import type { RouteFault } from './route-fault.ts';
import { routeFaults } from './route-faults.ts';

/** Plants each fault of the interface, one after the other on the same rows, and looks whether it is noticed. */
export async function plantRouteFaults(
  template: Template,
  onResult: (result: MutantResult) => void,
): Promise<MutantResult[]> {
  await using world = await openWorld(template);
  const results: MutantResult[] = [];
  for (const fault of routeFaults) {
    const result = await plant(world, fault);
    results.push(result);
    onResult(result);
  }
  return results;
}

async function plant(world: Awaited<ReturnType<typeof openWorld>>, fault: RouteFault): Promise<MutantResult> {
  const { name, why, routes } = fault;
  const recorder = createRecorder();
  try {
    await checkRoutesWith(fault, world, recorder, routes);
  } catch (error) {
    return { name, why, noticed: [], problem: error instanceof Error ? error.message : String(error) };
  }
  const [finding = null] = recorder.findings;
  return { name, why, noticed: [{ check: 'routes over HTTP', finding }], problem: null };
}
