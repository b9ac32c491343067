import type { CallOptions, ProviderId } from './run.ts';

export interface CaptionCall extends CallOptions {
  /** Signed for minutes. */
  readonly imageUrl: string;
  /** Words that the caption begins with, such as `photo of [brand], `. */
  readonly prefix?: string;
}

/** Describes a picture in a sentence. */
export interface CaptionProvider {
  readonly id: ProviderId;
  /** One billable request. Throws a `ProviderError`; an outcome that is unknown is not sent again. */
  captionImage(call: CaptionCall): Promise<string>;
}
