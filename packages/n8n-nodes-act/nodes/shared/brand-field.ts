import type { INodeProperties } from 'n8n-workflow';

/** A robot of one brand need not say which. */
export const brandField: INodeProperties = {
  displayName: 'Brand ID',
  name: 'brandId',
  type: 'string',
  default: '',
  placeholder: 'acmecompany',
  description: 'For which brand; may be left empty where the robot has one only',
};
