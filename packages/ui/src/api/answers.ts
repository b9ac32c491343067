import type { components } from '@act/api/client';

type Schemas = components['schemas'];

/** A part of a list, the newest first. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A picture to train with. */
export type Asset = Readonly<Schemas['Asset']>;

/** Where a browser uploads a file by itself. */
export type UploadTarget = Readonly<Schemas['UploadTarget']>;

/** What speaks against training with some pictures. */
export type ReadinessReport = Readonly<Schemas['ReadinessReport']>;
export type ReadinessReason = ReadinessReport['reasons'][number];

/** A wish for a caption, and what became of it. */
export type CaptionRequest = Readonly<Schemas['CaptionRequest']>;
export type RequestedCaptions = Readonly<Schemas['RequestedCaptions']>;

export type TrainingQuote = Readonly<Schemas['TrainingQuote']>;
/** What can be chosen for a training, and what is filled in where somebody chooses less. */
export type TrainingRules = Readonly<Schemas['TrainingSettings']>;
export type TrainingJob = Readonly<Schemas['TrainingJob']>;
export type BrandModel = Readonly<NonNullable<Schemas['Model']>>;
export type GeneratedImage = Readonly<Schemas['GeneratedImage']>;
export type Generation = Readonly<Schemas['Generation']>;
export type GenerationQuote = Readonly<Schemas['GenerationQuote']>;

/** A file that the brand keeps beside its pictures. */
export type BrandDocument = Readonly<Schemas['Document']>;

/** Something that a person is told. */
export type Notice = Readonly<Schemas['Notice']>;
export type NoticeKind = Notice['kind'];
export interface NoticePage extends Page<Notice> {
  readonly unreadCount: number;
}
