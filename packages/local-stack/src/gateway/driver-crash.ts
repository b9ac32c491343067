/**
 * `postgres` (Lite's driver) writes to a socket that is already gone when a backend dies at the wrong moment, and throws
 * where nobody can catch it. The request is lost and answered by the restart of the REST service; the process is not.
 */
export function surviveDriverCrashes(): void {
  process.on('uncaughtException', (error) => {
    if (isDriverCrash(error)) return;
    console.error(error);
    process.exit(1);
  });
}

const isDriverCrash = (error: Error) =>
  error.message.includes("reading 'write'") && /nextWrite[^\n]*postgres[\\/]/.test(error.stack ?? '');
