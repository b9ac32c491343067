import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

// Unpacks the browser, and the libraries that no system has to bring, into the TMPDIR of this process.
const bin = new URL('../bin/', import.meta.resolve('@sparticuz/chromium'));
await chromium.executablePath();
await inflate(fileURLToPath(new URL('al2023.tar.br', bin)));
