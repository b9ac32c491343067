import { open, rename, stat } from 'node:fs/promises';

const tailBytes = 16 * 1024;
const largestLogBytes = 10 * 1024 * 1024;

/** The end of what was written to a log since it had a size; empty when it cannot be read. */
export async function readLogTail(logFile: string, since: number): Promise<string> {
  try {
    await using log = await open(logFile, 'r');
    const { size } = await log.stat();
    const start = Math.max(since, size - tailBytes);
    const { buffer, bytesRead } = await log.read(
      Buffer.alloc(Math.max(0, size - start)),
      0,
      undefined,
      start,
    );
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return '';
  }
}

/** Keeps one older log, so that a folder that runs for months does not fill its disk. */
export async function rotateLog(logFile: string): Promise<void> {
  const size = (await stat(logFile).catch(() => null))?.size ?? 0;
  if (size > largestLogBytes) await rename(logFile, `${logFile}.old`);
}
