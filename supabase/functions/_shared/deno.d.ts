/** What these functions use of Deno, for the types of a project that runs on Node. */
declare const Deno: {
  readonly env: { get(name: string): string | undefined };
  serve(answer: (request: Request) => Promise<Response>): unknown;
};
