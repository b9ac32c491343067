/** The background engine, for whoever runs it inside a process of their own. */

export { type Duty, type DutyName, dutyNames, type PieceReport } from './duties/duty.ts';
export { startProgram } from './start-program.ts';
export { startWorker } from './start-worker.ts';
export { createWorkDuty } from './work/work-duty.ts';
export type { HealthOptions, Worker, WorkerOptions } from './worker-options.ts';
export type { BrandAccess, DueDatabase, WorkerWorld } from './world/worker-world.ts';
