/** What the interface says of a failure: why, and in its last sentence what to do. */
export const splitFailure = (
  message: string,
): { readonly cause: string; readonly nextStep: string | null } => {
  const sentences = message.match(/[^.?]+[.?]+(?:\s|$)|[^.?]+$/g)?.map((one) => one.trim()) ?? [];
  if (sentences.length < 2) return { cause: message.trim(), nextStep: null };
  return { cause: sentences.slice(0, -1).join(' '), nextStep: sentences.at(-1) ?? null };
};
