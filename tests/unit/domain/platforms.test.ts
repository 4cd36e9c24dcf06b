import { expect, it } from 'vitest';
import { platformsOfLogSource, slugsOfPlatform } from '../../../src/domain/index.ts';

it.each<[string, string, readonly string[] | undefined]>([
  ['a system', 'Windows//', ['Windows']],
  ['a product of a system', 'rpc_firewall/application/', ['Windows']],
  ['a cloud', 'aws//cloudtrail', ['IaaS:AWS']],
  ['the activities of a cloud', 'azure//activitylogs', ['IaaS:Azure']],
  ['the directory of a cloud', 'azure//signinlogs', ['Azure AD']],
  ['a cloud as a whole', 'azure//', ['IaaS:Azure', 'Azure AD']],
  ['a suite that is logged by a cloud', 'gcp//google_workspace.admin', ['Google Workspace']],
  ['an identity provider', 'okta//okta', ['SaaS', 'Identity Provider']],
  ['one among devices of a maker', 'cisco//duo', ['SaaS', 'Identity Provider']],
  ['network devices', 'cisco//aaa', ['Network Devices']],
  ['traffic of any system', 'zeek//dns', undefined],
  ['an application of any system', 'django/application/', undefined],
  ['no product', '/proxy/', undefined],
  ['an unknown product', 'acme//', undefined],
])('the platforms of %s', (_, written, expected) => {
  const [product, category, service] = written.split('/').map((part) => (part === '' ? undefined : part));
  expect(platformsOfLogSource({ product, category, service })).toEqual(expected);
});

it.each([
  ['Windows', ['windows']],
  ['Iaas:aws', ['iaas-aws', 'iaas']],
  ['azure-ad', ['azure-ad', 'identity-provider']],
  ['Network', ['network', 'network-devices']],
  ['Network Devices', ['network-devices', 'network']],
])('%s is a part of %s', (name, expected) => {
  expect(slugsOfPlatform(name)).toEqual(expected);
});
