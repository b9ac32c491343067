/** Ways to zip a brand's pictures. */
export const methodNames = ['ours', 'ours, to storage', 'jszip in memory', 'archiver', 'client-zip'] as const;
export type MethodName = (typeof methodNames)[number];

/** A picture in storage. */
export interface StoredPicture {
  id: string;
  key: string;
  sizeBytes: number;
}

/** What a process is given to do. */
export interface ZipTask {
  method: MethodName;
  brandId: string;
  url: string;
  publishableKey: string;
  /** The system's, for this brand. */
  token: string;
  pictures: readonly StoredPicture[];
}

/** What it says when it is done. */
export interface ZipFigures {
  seconds: number;
  zipBytes: number;
  /** The most that the process held, and what it held before it began. */
  peakBytes: number;
  startBytes: number;
  /** How often a picture was read. */
  reads: number;
  /** The same for a second archive of the same pictures; null where the method keeps none. */
  secondReads: number | null;
}
