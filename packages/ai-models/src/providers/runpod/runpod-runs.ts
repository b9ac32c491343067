import type { Stoppable } from '../../shared/stoppable.ts';
import { explainFailure } from '../explain-failure.ts';
import type { RunHandle, StartOutcome } from '../run.ts';
import type { RunpodApi, RunpodRequest } from './runpod-api.ts';
import type { Endpoints } from './runpod-endpoints.ts';
import { parseHandle, type RunPlace, toHandle } from './runpod-handle.ts';
import { type RunContext, toMissingStatus } from './runpod-mapping.ts';
import type { RunpodRun } from './runpod-schemas.ts';

export interface RunpodRunSettings {
  readonly api: RunpodApi;
  readonly endpoints: Endpoints;
  readonly now: () => Date;
}

/** What trainings and generations have in common: a run on one of our endpoints. */
export function createRunpodRuns({ api, endpoints, now }: RunpodRunSettings) {
  /** A handle from a lock does not say where its run is. */
  async function locate(place: RunPlace, signal: AbortSignal | undefined) {
    for (const endpointId of place.endpointId === null ? endpoints.ids : [place.endpointId]) {
      const run = await api.getRun(endpointId, place.runId, signal);
      if (run) return { run, endpointId };
    }
    return null;
  }

  return {
    async start(endpointId: string, request: RunpodRequest, signal?: AbortSignal): Promise<StartOutcome> {
      const sentAt = now();
      const sent = await api.run(endpointId, request, signal);
      if (sent.outcome !== 'accepted') return sent;
      return { outcome: 'accepted', handle: toHandle(endpointId, sent.value.id, sentAt) };
    },

    async look<T>(
      handle: RunHandle,
      toStatus: (run: RunpodRun, context: RunContext) => T,
      { signal }: Stoppable = {},
    ): Promise<T | ReturnType<typeof toMissingStatus>> {
      const place = parseHandle(handle);
      const found = place && (await locate(place, signal));
      if (!found) return toMissingStatus(place?.sentAt ?? null, now());
      const { endpointId, run } = found;
      return toStatus(run, {
        toHandle: (runId) => toHandle(endpointId, runId, place.sentAt ?? now()),
        holdsLock: place.sentAt === null,
      });
    },

    async cancel(handle: RunHandle, { signal }: Stoppable = {}): Promise<void> {
      const place = parseHandle(handle);
      if (!place) return;
      for (const endpointId of place.endpointId === null ? endpoints.ids : [place.endpointId]) {
        await api.cancelRun(endpointId, place.runId, signal);
      }
    },
  };
}

/** A call that lacks what it needs: nothing was sent. */
export function refuseCall(vendorDetail: string): StartOutcome {
  return {
    outcome: 'refused',
    error: explainFailure('input_refused', { providerId: 'runpod', vendorDetail }),
  };
}

/** Our image delivers to storage: an address in an answer of RunPod is none of ours. */
export function refuseOutput(): Promise<Response> {
  const vendorDetail = 'an output with an address';
  return Promise.reject(explainFailure('answer_invalid', { providerId: 'runpod', vendorDetail }));
}
