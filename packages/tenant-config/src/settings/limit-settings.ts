import { z } from 'zod';
import { wholeNumber } from './schema-parts.ts';

/** How much may be generated. */
export interface GenerationSettings {
  /** Pictures of one request. Default 8. */
  readonly maximumImagesPerRequest: number;
  /** Pictures within a day; 0 pauses generation. Default 500. */
  readonly maximumPerDay: number;
}

/** How much a model may describe. */
export interface CaptionSettings {
  /** Captions asked for within a day; 0 pauses them. Default 200. */
  readonly maximumPerDay: number;
}

/** How much may be uploaded. */
export interface UploadSettings {
  /** How many pictures the brand may hold. Default 2000. */
  readonly maximumAssets: number;
}

/** What it may cost. */
export interface BudgetSettings {
  /** The most that a month may cost, in US dollars. Default `null`: no limit. */
  readonly monthlyUsd: number | null;
  /** From which share of it on people are warned. Default 0.8. */
  readonly warnAtShare: number;
}

/** How long things are kept. */
export interface RetentionSettings {
  /** Days until generated pictures are removed. Default `null`: they are kept. */
  readonly generationDays: number | null;
  /** Days in which something deleted can be restored. Default 30. */
  readonly deletedDays: number;
}

export const generationSettingsSchema = z.strictObject({
  maximumImagesPerRequest: wholeNumber({ minimum: 1, maximum: 64, default: 8 }),
  maximumPerDay: wholeNumber({ minimum: 0, maximum: 1_000_000, default: 500 }),
});

export const captionSettingsSchema = z.strictObject({
  maximumPerDay: wholeNumber({ minimum: 0, maximum: 100_000, default: 200 }),
});

export const uploadSettingsSchema = z.strictObject({
  maximumAssets: wholeNumber({ minimum: 0, maximum: 1_000_000, default: 2000 }),
});

export const budgetSettingsSchema = z.strictObject({
  monthlyUsd: z.number().min(0).max(1_000_000).nullable().default(null),
  warnAtShare: z.number().gt(0).max(1).default(0.8),
});

export const retentionSettingsSchema = z.strictObject({
  generationDays: z.int().min(1).max(3650).nullable().default(null),
  deletedDays: wholeNumber({ minimum: 1, maximum: 365, default: 30 }),
});
