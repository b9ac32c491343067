import { defineProgram } from '@act/storefront/start';

/** Serves the production build, as a part of whatever runs this. */
export const startProgram = defineProgram(import.meta.dirname);
