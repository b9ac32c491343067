import { serveGateway } from '../../../gateway/serve.ts';
import { createStorageService } from '../../storage-service.ts';

/** A storage service in a process of its own, for tests that kill it. Its settings come as JSON; it prints its address. */
const { port, ...settings } = JSON.parse(process.argv[2] ?? '{}');
const storage = await createStorageService(settings);
const served = await serveGateway({ gateway: { fetch: (request) => storage.fetch(request) }, storage, port });
console.log(served.url);
