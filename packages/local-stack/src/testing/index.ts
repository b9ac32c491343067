export { type SignTokenOptions, signToken } from '../access/sign-token.ts';
export { connect } from '../database/connection.ts';
export type { DatabaseAddress } from '../database/database-address.ts';
export { demoPeople } from '../database/demo-people.ts';
export { readSeed, seedStorefront } from '../database/seed-storefront.ts';
export type { Fault, FaultKind } from '../providers/faults/fault.ts';
export type { FaultBoard } from '../providers/faults/fault-board.ts';
export {
  type ProviderSimulators,
  type StartProviderSimulatorsOptions,
  startProviderSimulators,
} from '../providers/start-provider-simulators.ts';
export {
  createManualClock,
  createScaledClock,
  type ManualClock,
  type SimulatedClock,
} from '../providers/time/simulated-clock.ts';
export { type ProxyFault, type SeenRequest, startFaultyProxy } from './faulty-proxy.ts';
export { guardedEnvironment, isFullRun } from './load-setting.ts';
export { getTestCluster } from './shared-cluster.ts';
export { type Engine, startEngine, startInterface } from './start-engine.ts';
export { type RunningProgram, startProgram } from './start-program.ts';
export { type Actor, type StartStackOptions, startStack, type TestStack } from './start-stack.ts';
export { type OwnTestCluster, startTestCluster, type TestCluster, templateDatabase } from './test-cluster.ts';
