/** A request's name on the fault board, such as `runpod.run` or `runpod.status`. */
export function requestPlace(path: string): string {
  const [, , verb = ''] = path.split('/').filter(Boolean);
  return `runpod.${verb}`;
}
