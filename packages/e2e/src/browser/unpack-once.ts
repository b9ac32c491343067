import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guardedEnvironment } from '@act/local-stack/testing';
import { loadJourneySettings } from '../load-setting.ts';

/** Vitest's hook around a whole run. The copy stays for the next one. */
export async function setup(): Promise<void> {
  const { browserFolder } = loadJourneySettings();
  if (existsSync(browserFolder)) return;
  await mkdir(dirname(browserFolder), { recursive: true });
  const folder = await mkdtemp(`${browserFolder}-`);
  const child = spawn(process.execPath, [fileURLToPath(new URL('./unpack-browser.ts', import.meta.url))], {
    env: guardedEnvironment({ TMPDIR: folder }),
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The browser could not be unpacked (exit code ${code}).`);
  await writeFile(join(folder, 'fonts.conf'), describeFonts(browserFolder));
  // Another run may have been faster; then theirs is as good.
  await rename(folder, browserFolder).catch(() => rm(folder, { recursive: true, force: true }));
}

/** Without a font of its own the browser ends at the first button; the file it brings names places of another machine. */
const describeFonts = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>
`;
