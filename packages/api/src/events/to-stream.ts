/** Texts as the body of an answer, each made when its reader is ready for it. */
export function toStream(
  texts: AsyncGenerator<string>,
  onClose: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await texts.next();
        if (!done) return controller.enqueue(encoder.encode(value));
        onClose();
        controller.close();
      } catch (error) {
        onClose();
        controller.error(error);
      }
    },
    cancel: () => onClose(),
  });
}
