import { StackError } from '../errors/stack-error.ts';
import type { ChildMessage } from './node-service.ts';

/**
 * The child's side of `nodeService`: waits for its configuration, starts, says so, and stops when the supervisor closes
 * the channel or is killed.
 */
export function runAsService<Configuration>(
  start: (configuration: Configuration) => Promise<AsyncDisposable>,
): void {
  const tell = (message: ChildMessage) => process.send?.(message);
  let running: AsyncDisposable | null = null;

  process.once('message', async (message: { configuration: Configuration }) => {
    try {
      running = await start(message.configuration);
      tell({ type: 'ready' });
    } catch (error) {
      if (!StackError.isInstance(error)) throw error;
      tell({ type: 'failed', error: error.toDetails() });
      process.exitCode = 1;
      process.disconnect?.();
    }
  });
  process.once('disconnect', async () => {
    await running?.[Symbol.asyncDispose]();
    process.exit();
  });
}
