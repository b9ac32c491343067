export interface StreamPlan {
  /** Default 1,000, so that everything is cut somewhere. */
  pieceBytes?: number;
  /** Fails after about so many bytes instead of going on. */
  breaksAfter?: number;
  /** What it fails with. */
  error?: Error;
  /** Told of each piece before it is given; may hold it back. */
  onPiece?: (sizeBytes: number, sentBytes: number) => void | Promise<void>;
  onCancel?: (reason: unknown) => void;
}

/** A stream of pieces that are made when they are asked for. */
export function streamOf(bytes: Uint8Array, plan: StreamPlan = {}): ReadableStream<Uint8Array> {
  const { pieceBytes = 1_000, breaksAfter = Number.POSITIVE_INFINITY } = plan;
  let at = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        if (at >= breaksAfter) return controller.error(plan.error ?? new Error('broken'));
        if (at >= bytes.length) return controller.close();
        const piece = bytes.slice(at, at + pieceBytes);
        at += piece.length;
        await plan.onPiece?.(piece.length, at);
        controller.enqueue(piece);
      },
      cancel: (reason) => plan.onCancel?.(reason),
    },
    { highWaterMark: 0 },
  );
}

/** Everything in a stream. */
export const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Buffer> =>
  Buffer.from(await new Response(stream).arrayBuffer());
