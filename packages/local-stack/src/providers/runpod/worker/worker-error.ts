import { type WorkerErrorType, workerErrors } from '../worker-contract.ts';

/** Why our image cannot go on. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
  readonly type: WorkerErrorType;

  constructor(type: WorkerErrorType, message: string, cause?: unknown) {
    super(message, { cause });
    this.type = type;
  }
}

/** A handler that returns an error in place of raising one: its words stand as they are. */
export class SaidError extends Error {
  override readonly name = 'SaidError';
}

const packageVersion = '1.12.0';

/** What a job's `error` says: what was said, or JSON as RunPod's SDK writes it of an exception. */
export function toErrorText(error: unknown, workerId: string): string {
  if (error instanceof SaidError) return error.message;
  const type = error instanceof WorkerError ? error.type : 'WorkerError';
  const message = error instanceof Error ? error.message : String(error);
  return JSON.stringify({
    error_type: `<class 'worker.errors.${type}'>`,
    error_message: message,
    error_traceback: `Traceback (most recent call last):\n  File "/app/runpod/serverless/modules/rp_job.py", line 182, in run_job\n    handler_return = handler(job)\n  File "/app/handler.py", line 41, in handler\n    return run(job)\nworker.errors.${type}: ${message}\n`,
    hostname: `${workerId}-64410d33`,
    worker_id: workerId,
    runpod_version: packageVersion,
  });
}

/** `OutOfMemoryError: …` as an error of that type; words without a type are the worker's own. */
export function parseWorkerError(text: string): WorkerError {
  const type = workerErrors.find((one) => text.startsWith(`${one}: `));
  return type ? new WorkerError(type, text.slice(type.length + 2)) : new WorkerError('WorkerError', text);
}
