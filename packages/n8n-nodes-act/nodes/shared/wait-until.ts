import { type IDataObject, type IExecuteFunctions, sleep } from 'n8n-workflow';
import { type ApiRequest, toNodeError, tryApi } from './call-api.ts';

/** How long a node waits, and how often it looks. */
interface Patience {
  readonly seconds: number;
  readonly everySeconds: number;
}

/** What is nearly done is not waited for long. */
const firstPauseMs = 300;

/** What an interface says that is away, or asks to be asked less. */
const passing = new Set(['429', '502', '503', '504']);

/**
 * Asks again until it is so or the time is over, and gives what was seen last. A workflow that is stopped stops it; what
 * passes by itself is waited for.
 */
export async function waitUntil(
  node: IExecuteFunctions,
  request: ApiRequest,
  { seconds, everySeconds, isOver }: Patience & { readonly isOver: (answer: IDataObject) => boolean },
): Promise<IDataObject> {
  const endsAt = Date.now() + seconds * 1000;
  const everyMs = everySeconds * 1000;
  let pauseMs = Math.min(firstPauseMs, everyMs);
  for (;;) {
    const isLast = Date.now() + pauseMs > endsAt || node.getExecutionCancelSignal()?.aborted === true;
    const outcome = await tryApi(node, request);
    if ('answer' in outcome) {
      if (isLast || isOver(outcome.answer)) return outcome.answer;
    } else if (isLast || !passing.has(outcome.failure.httpCode ?? '')) {
      throw toNodeError(node, outcome.failure, request.itemIndex);
    }
    await sleep(pauseMs);
    pauseMs = Math.min(everyMs, pauseMs * 2);
  }
}
