import { AiModelsError } from '@act/ai-models';

/** Lost connections, full servers, deadlocks, stops, timeouts; and what Node calls a network that is not there. */
const passingCodes =
  /^(08|40|53|55P03|57)|^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$|^UND_ERR_/;
const passingWords =
  /connection terminated|timeout exceeded when trying to connect|connection timeout|client has encountered a connection error|fetch failed/i;

/** Whether the same may work in a moment, so that nothing is to be held against what was being done. */
export function isPassing(error: unknown): boolean {
  if (AiModelsError.isInstance(error)) return error.retryable || error.code === 'aborted';
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isPassing);
  if ('code' in error && typeof error.code === 'string' && passingCodes.test(error.code)) return true;
  return passingWords.test(error.message) || isPassing(error.cause);
}
