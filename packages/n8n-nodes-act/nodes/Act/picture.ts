import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { callApi } from '../shared/call-api.ts';
import { writePictureForm } from '../shared/picture-form.ts';
import { readRecords, readText } from '../shared/read-answer.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { type Operation, type Resource, readString, showFor } from './operation.ts';

/** One picture, one request: no more than one is in memory at a time. */
const upload: Operation = async (node, itemIndex) => {
  const property = readString(node, 'binaryPropertyName', itemIndex);
  const brandId = readString(node, 'brandId', itemIndex);
  const binary = node.helpers.assertBinaryData(itemIndex, property);
  const form = writePictureForm({
    bytes: await node.helpers.getBinaryDataBuffer(itemIndex, property),
    name: binary.fileName ?? `picture-${itemIndex + 1}`,
    contentType: binary.mimeType,
    caption: readString(node, 'caption', itemIndex),
  });
  const answer = await callApi(node, { method: 'POST', path: '/training/upload', brandId, form, itemIndex });
  const [picture] = readRecords(answer, 'images');
  if (!picture) {
    throw new NodeOperationError(node.getNode(), 'The interface did not say what became of the picture.', {
      itemIndex,
    });
  }
  if (node.getNodeParameter('waitUntilReady', itemIndex, true) !== true) return [{ json: picture }];
  return [{ json: await waitUntilChecked(node, { id: String(picture.id), brandId, itemIndex }) }];
};

/** The engine looks at a picture within a second or two, and only one that is ready trains. */
async function waitUntilChecked(
  node: IExecuteFunctions,
  { id, brandId, itemIndex }: { id: string; brandId: string; itemIndex: number },
) {
  const path = `/assets/${encodeURIComponent(id)}`;
  const picture = await waitUntil(
    node,
    { path, brandId, itemIndex },
    { seconds: 60, everySeconds: 1, isOver: (seen) => readText(seen, 'status') !== 'received' },
  );
  if (readText(picture, 'status') !== 'rejected') return picture;
  throw new NodeOperationError(node.getNode(), `The picture ${readText(picture, 'name')} cannot be used.`, {
    description: readText(picture, 'rejectionReason') ?? 'Replace it.',
    itemIndex,
  });
}

export const picture: Resource = {
  operations: { upload },
  fields: [
    {
      displayName: 'Operation',
      name: 'operation',
      type: 'options',
      noDataExpression: true,
      displayOptions: { show: { resource: ['picture'] } },
      options: [
        {
          name: 'Upload',
          value: 'upload',
          description: 'Upload a picture to train with',
          action: 'Upload a picture',
        },
      ],
      default: 'upload',
    },
    {
      displayName: 'Input Binary Field',
      name: 'binaryPropertyName',
      type: 'string',
      default: 'data',
      required: true,
      displayOptions: showFor('picture', 'upload'),
      hint: 'The name of the input field that holds the picture',
    },
    {
      displayName: 'Caption',
      name: 'caption',
      type: 'string',
      default: '',
      placeholder: 'photo of [brand] logo',
      displayOptions: showFor('picture', 'upload'),
      description: 'What the picture shows. [brand] becomes the trigger word.',
    },
    {
      displayName: 'Wait Until Ready',
      name: 'waitUntilReady',
      type: 'boolean',
      default: true,
      displayOptions: showFor('picture', 'upload'),
      description:
        'Whether to wait until the engine has looked at it, up to a minute. Only what is ready trains.',
    },
  ],
};
