/** What somebody who asks gets: status, and the body as it is. */
export async function readAnswer(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, { headers });
  return { status: response.status, body: await response.json() };
}
