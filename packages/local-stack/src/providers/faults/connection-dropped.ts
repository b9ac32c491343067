/** A connection that broke: what `fetch` throws in process, and what a server turns into a closed socket. */
export class ConnectionDropped extends TypeError {
  /** `terminated` is what `fetch` says once there was an answer. */
  constructor(message: 'fetch failed' | 'terminated' = 'fetch failed') {
    super(message, { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });
  }
}
