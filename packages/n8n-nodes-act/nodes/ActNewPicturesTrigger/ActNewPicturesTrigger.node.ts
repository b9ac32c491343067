import {
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IPollFunctions,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { brandField } from '../shared/brand-field.ts';
import { callApi } from '../shared/call-api.ts';
import { readNumber, readRecords, readText } from '../shared/read-answer.ts';
import { decideTelling } from './decide-telling.ts';

/** The interface has no notice of pictures that came in, so this one asks, as often as the workflow says. */
export class ActNewPicturesTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'ACT New Pictures Trigger',
    name: 'actNewPicturesTrigger',
    icon: { light: 'file:../../icons/act.svg', dark: 'file:../../icons/act.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["minimumNew"] + " new pictures" }}',
    description: 'Starts the workflow when so many pictures are new since the last training',
    defaults: { name: 'ACT New Pictures Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'actApi', required: true }],
    properties: [
      {
        displayName: 'Number of New Pictures',
        name: 'minimumNew',
        type: 'number',
        typeOptions: { minValue: 1 },
        default: 20,
        description: 'Pictures that are ready, and that no training has used or is using',
      },
      brandField,
    ],
  };

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    const brandId = String(this.getNodeParameter('brandId', '')).trim();
    const wanted = Number(this.getNodeParameter('minimumNew', 20));
    const plan = await callApi(this, { path: '/training/retraining', brandId });
    const newImages = readNumber(plan, 'newImages') ?? 0;
    // Tried by hand it says how things stand, whatever they are.
    if (this.getMode() === 'manual') return [[{ json: plan }]];
    const query = { status: 'completed', limit: 1 };
    const [training] = readRecords(await callApi(this, { path: '/training/jobs', brandId, query }), 'items');
    const look = { newImages, wanted, lastTraining: readText(training, 'id') };
    return decideTelling(look, this.getWorkflowStaticData('node')) ? [[{ json: plan }]] : null;
  }
}
