import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';

/**
 * Makes a folder and those above it. One at a time: asked for all at once, Node never returns where the system says of
 * every new folder that its parent is missing, as below `/proc`.
 * @throws CliError where nothing can be saved there
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await make(path);
    await access(path, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError({
      code: 'place_not_writable',
      message: `Nothing can be saved in ${path}: ${reason}.`,
      hint: 'Name another place with --output.',
      exitCode: exitCodes.usage,
    });
  }
}

async function make(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path) await make(parent);
  // Somebody else may have been faster.
  await mkdir(path).catch(async (error: unknown) => {
    if (!(await stat(path).catch(() => null))?.isDirectory()) throw error;
  });
}
