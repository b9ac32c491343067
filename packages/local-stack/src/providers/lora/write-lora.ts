import { createHash } from 'node:crypto';
import { loraMetadata } from './lora-metadata.ts';
import { planLora } from './lora-size.ts';
import { bytesPerValue, isAlpha, type LoraTensor, tensorBytes, tensorsOf } from './lora-tensors.ts';
import type { LoraTraits, ModelType } from './lora-traits.ts';
import { createNoise } from './noise.ts';
import { streamPieces } from './stream-pieces.ts';

export interface WriteLoraOptions {
  modelType: ModelType;
  /** Of the adapted layers. */
  rank: number;
  traits: LoraTraits;
  /**
   * About how large the file is to be: fewer layers make it smaller, a higher rank larger than all layers are at this
   * one. Default: all layers at this rank.
   */
  sizeBytes?: number;
}

export interface WrittenLora {
  /** Of the whole file. */
  sizeBytes: number;
  /** The file from its beginning, made as it is read. The same options give the same bytes. */
  stream(): ReadableStream<Uint8Array>;
}

/** A valid safetensors file with the names and shapes of a real LoRA, whose values are noise. */
export function writeLora({ modelType, rank: askedRank, traits, sizeBytes }: WriteLoraOptions): WrittenLora {
  const { layers, rank } = planLora(modelType, askedRank, sizeBytes);
  const tensors = layers.flatMap((layer) => tensorsOf(layer, modelType, rank));
  // The scales come first, so that all bytes after them are noise.
  const alphas = tensors.filter(isAlpha);
  const weights = tensors.filter((tensor) => !isAlpha(tensor));
  const head = Buffer.concat([
    header([...alphas, ...weights], loraMetadata(traits, rank)),
    alphaValues(alphas.length, rank),
  ]);
  const noiseBytes = sum(weights.map(tensorBytes));
  const seed = createHash('sha256').update(JSON.stringify({ traits, rank })).digest().readUInt32LE();
  return {
    sizeBytes: head.byteLength + noiseBytes,
    stream: () => streamPieces(head, createNoise(seed), noiseBytes),
  };
}

/** Eight bytes of length, then JSON, padded with spaces to a multiple of eight as the reference writer does. */
function header(tensors: LoraTensor[], metadata: Record<string, string>): Buffer {
  let end = 0;
  const entries = tensors.map((tensor) => {
    const begin = end;
    end += tensorBytes(tensor);
    return [tensor.name, { dtype: 'F16', shape: tensor.shape, data_offsets: [begin, end] }];
  });
  const json = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const text = Buffer.from(json);
  const padded = Buffer.alloc(Math.ceil(text.byteLength / 8) * 8, ' ');
  text.copy(padded);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.byteLength));
  return Buffer.concat([length, padded]);
}

/** A scale equal to the rank leaves the weights as they are. */
function alphaValues(count: number, rank: number): Buffer {
  const values = Buffer.alloc(count * bytesPerValue);
  for (let index = 0; index < count; index++) values.writeUInt16LE(toHalf(rank), index * bytesPerValue);
  return values;
}

/** A whole number from 1 to 2048 as a half-precision float, exactly. */
function toHalf(value: number): number {
  const exponent = Math.floor(Math.log2(value));
  return ((exponent + 15) << 10) | Math.round((value / 2 ** exponent - 1) * 1024);
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
