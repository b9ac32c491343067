import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One process, told apart from a later one with the same number by the moment it began. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

export async function identifyProcess(pid: number): Promise<ProcessIdentity | null> {
  const status = await readProcess(pid);
  return status && { pid, startedAt: status.startedAt };
}

/** Whether a process with this number lives; a zombie does not. */
export async function isProcessAlive(pid: number): Promise<boolean> {
  return (await readProcess(pid)) !== null;
}

export async function isRunning({ pid, startedAt }: ProcessIdentity): Promise<boolean> {
  return (await identifyProcess(pid))?.startedAt === startedAt;
}

/** The name of the program behind a living process; null when it is gone or a zombie. */
export async function readProgramName(pid: number): Promise<string | null> {
  return (await readProcess(pid))?.program ?? null;
}

/** The folder a process works in, where the machine tells (Linux); null elsewhere. */
export async function readWorkingFolder(pid: number): Promise<string | null> {
  return readlink(`/proc/${pid}/cwd`).catch(() => null);
}

/** Who started a process, or took it over since; null when it is gone. */
export async function readParent(pid: number): Promise<number | null> {
  return (await readProcess(pid))?.parent ?? null;
}

/** Whether a process was started with this in its environment, where the machine tells (Linux). */
export async function hasInEnvironment(pid: number, name: string, value: string): Promise<boolean> {
  const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
  return environment.split('\0').includes(`${name}=${value}`);
}

interface ProcessStatus {
  program: string;
  parent: number;
  startedAt: string;
}

async function readProcess(pid: number): Promise<ProcessStatus | null> {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return process.platform === 'linux' ? readLinuxProcess(pid) : readOtherProcess(pid);
}

/** `/proc/<pid>/stat`: pid (program) state … with the start time in clock ticks as field 22. */
async function readLinuxProcess(pid: number) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  const fields = stat?.match(/^\d+ \((?<program>.*)\) (?<state>\S) (?<rest>.*)$/s)?.groups;
  if (!fields?.program || fields.state === 'Z' || fields.state === 'X') return null;
  const rest = fields.rest?.split(' ') ?? [];
  return { program: fields.program, parent: Number(rest[0]), startedAt: rest[18] ?? '' };
}

async function readOtherProcess(pid: number) {
  if (process.platform === 'win32') {
    // It has no quick way to ask for name or start time: whatever has the number is taken for what is looked for.
    try {
      process.kill(pid, 0);
      return { program: 'postgres', parent: 0, startedAt: '' };
    } catch {
      return null;
    }
  }
  const answer = await run('ps', ['-o', 'ppid=,stat=,lstart=,comm=', '-p', String(pid)]).catch(() => null);
  const line = answer?.stdout.trim() ?? '';
  const fields = line.match(
    /^(?<parent>\d+)\s+(?<state>\S+)\s+(?<startedAt>\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(?<command>.*)$/,
  )?.groups;
  if (!fields?.command || fields.state?.startsWith('Z')) return null;
  return {
    program: fields.command.split('/').at(-1) ?? '',
    parent: Number(fields.parent),
    startedAt: fields.startedAt ?? '',
  };
}
