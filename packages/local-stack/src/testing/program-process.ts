import { z } from 'zod';

// Runs a program of the product in a process of its own: `node program-process.ts <module>`, settings by message.
type Running = AsyncDisposable & { url?: string; healthUrl?: string | null };
const programSchema = z.object({
  startProgram: z.custom<(settings: Record<string, string>) => Promise<Running>>(
    (value) => typeof value === 'function',
  ),
});

process.once('message', async (settings: Record<string, string>) => {
  const { startProgram } = programSchema.parse(await import(process.argv[2] ?? ''));
  const running = await startProgram(settings);
  process.send?.({ url: running.url ?? running.healthUrl });
  process.once('disconnect', async () => {
    await running[Symbol.asyncDispose]();
    process.exit();
  });
});
