import type { IDataObject } from 'n8n-workflow';

// What the interface answers is not believed to have a form: a field is there and of its kind, or it is not.

export const isRecord = (value: unknown): value is IDataObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An answer as a node hands it on. */
export const toRecord = (answer: unknown): IDataObject => (isRecord(answer) ? answer : {});

export const readText = (answer: unknown, name: string): string | null => {
  const value = toRecord(answer)[name];
  return typeof value === 'string' ? value : null;
};

export const readNumber = (answer: unknown, name: string): number | null => {
  const value = toRecord(answer)[name];
  return typeof value === 'number' ? value : null;
};

/** The objects of a list. */
export const readRecords = (answer: unknown, name: string): IDataObject[] => {
  const value = toRecord(answer)[name];
  return Array.isArray(value) ? value.filter(isRecord) : [];
};

/** The texts of a list. */
export const readTexts = (answer: unknown, name: string): string[] => {
  const value = toRecord(answer)[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};
