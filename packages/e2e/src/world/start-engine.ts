import { type Engine, startEngine as startAnyEngine, type TestStack } from '@act/local-stack/testing';

/** How many times faster than in reality vendors work here: a training of ten minutes takes some seconds. */
const speed = 400;

/** The background engine of a journey, and the simulated vendors it works with. */
export const startEngine = (stack: TestStack): Promise<Engine> => startAnyEngine(stack, { speed });
