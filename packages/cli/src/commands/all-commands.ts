import type { ActCommand } from '../program/command.ts';
import { doctor } from './doctor.ts';
import { download } from './download.ts';
import { exportPictures } from './export.ts';
import { generate } from './generate.ts';
import { isolation } from './isolation.ts';
import { jobs } from './jobs.ts';
import { login } from './login.ts';
import { logout } from './logout.ts';
import { models } from './models.ts';
import { newBrand } from './new-brand.ts';
import { newStorefront } from './new-storefront.ts';
import { quote } from './quote.ts';
import { train } from './train.ts';
import { upload } from './upload.ts';
import { whoami } from './whoami.ts';

/** Every command, in the order in which help tells of them. */
export const commands: readonly ActCommand[] = [
  ...[login, logout, whoami],
  ...[upload, train, jobs, quote],
  ...[models, generate, download, exportPictures],
  ...[doctor, isolation, newBrand, newStorefront],
];
