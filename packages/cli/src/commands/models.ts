import { defineGroup } from '../program/command.ts';
import { listModels } from './models/list.ts';
import { useModel } from './models/use.ts';

export const models = defineGroup('models', 'trained models: list, use', [listModels, useModel]);
