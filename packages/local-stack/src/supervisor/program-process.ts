import { z } from 'zod';
import { systemCodeOf } from '../errors/system-error.ts';
import { type PortVariable, portTaken } from '../home/ports.ts';
import { runAsService } from './service-process.ts';

export interface ProgramConfiguration {
  /** Of the product: exports `startProgram`, which takes settings by name, as an environment would hold them. */
  module: string;
  settings: Record<string, string>;
  /** Where it listens, and what chooses another port. */
  port: number;
  portVariable: PortVariable;
}

type StartProgram = (settings: Readonly<Record<string, string>>) => Promise<AsyncDisposable>;
const programSchema = z.object({
  startProgram: z.custom<StartProgram>((value) => typeof value === 'function'),
});

runAsService(async ({ module, settings, port, portVariable }: ProgramConfiguration) => {
  const { startProgram } = programSchema.parse(await import(module));
  return startProgram(settings).catch((error: unknown) => {
    const isTaken = ['EADDRINUSE', 'EACCES'].includes(systemCodeOf(error) ?? '');
    throw isTaken ? portTaken(port, portVariable) : error;
  });
});
