import { namesOfLogSource } from './log-source-rows.ts';
import type { LogSourceRow } from './log-source-rows.ts';
import type { LogSource } from './sigma/index.ts';
import { slugify } from './slug.ts';

const AZURE_AD = 'Azure AD';
const IDENTITY = 'Identity Provider';
const NETWORK = 'Network Devices';
const OFFICE = 'Office 365';
const SAAS = 'SaaS';
const WORKSPACE = 'Google Workspace';

/**
 * The platforms whose logs a product keeps. What runs on any system (web servers, runtimes) or watches many (proxies, Zeek,
 * antivirus, honeypots) is of no platform in particular and stands here no more than what nobody knows.
 */
const productTable: readonly LogSourceRow[] = [
  [{ product: 'windows' }, 'Windows'],
  [{ product: 'rpc_firewall' }, 'Windows'],
  [{ product: 'linux' }, 'Linux'],
  [{ product: 'macos' }, 'macOS'],
  [{ product: 'esxi' }, 'ESXi'],
  [{ product: 'android' }, 'Android'],
  [{ product: 'ios' }, 'iOS'],
  [{ product: 'kubernetes' }, 'Containers'],
  [{ product: 'docker' }, 'Containers'],
  [{ product: 'aws' }, 'IaaS:AWS'],
  [{ product: 'gcp' }, 'IaaS:GCP'],
  [{ product: 'gcp', service: 'google_workspace.admin' }, WORKSPACE],
  [{ product: 'gcp', service: 'google_workspace.login' }, WORKSPACE],
  [{ product: 'google_workspace' }, WORKSPACE],
  [{ product: 'azure' }, 'IaaS:Azure', AZURE_AD],
  [{ product: 'azure', service: 'activitylogs' }, 'IaaS:Azure'],
  [{ product: 'azure', service: 'auditlogs' }, AZURE_AD],
  [{ product: 'azure', service: 'pim' }, AZURE_AD],
  [{ product: 'azure', service: 'riskdetection' }, AZURE_AD],
  [{ product: 'azure', service: 'signinlogs' }, AZURE_AD],
  [{ product: 'm365' }, OFFICE],
  [{ product: 'okta' }, SAAS, IDENTITY],
  [{ product: 'onelogin' }, SAAS, IDENTITY],
  [{ product: 'cisco', service: 'duo' }, SAAS, IDENTITY],
  [{ product: 'bitbucket' }, SAAS],
  [{ product: 'github' }, SAAS],
  [{ product: 'gitlab' }, SAAS],
  [{ product: 'cisco' }, NETWORK],
  [{ product: 'fortigate' }, NETWORK],
  [{ product: 'fortios' }, NETWORK],
  [{ product: 'huawei' }, NETWORK],
  [{ product: 'juniper' }, NETWORK],
  [{ product: 'paloalto' }, NETWORK],
];

/** What a platform is a part of, or is called in other versions of ATT&CK, by slugs: 15 and 17 renamed some. */
const wider: Readonly<Record<string, string>> = {
  'iaas-aws': 'iaas',
  'iaas-azure': 'iaas',
  'iaas-gcp': 'iaas',
  'azure-ad': 'identity-provider',
  'office-365': 'office-suite',
  'google-workspace': 'office-suite',
  'network-devices': 'network',
  network: 'network-devices',
};

/**
 * The platforms whose logs a Sigma log source is of, as ATT&CK or Atomic Red Team writes them; undefined where its product is
 * of no platform in particular or not known. The table is ours; its left side is what SigmaHQ's rules write.
 */
export function platformsOfLogSource(source: LogSource): readonly string[] | undefined {
  return namesOfLogSource(productTable, source);
}

/** The slugs of a platform and of that which it is a part of: `IaaS:AWS` is `iaas-aws` and `iaas`. */
export function slugsOfPlatform(name: string): readonly string[] {
  const slug = slugify(name);
  const above = wider[slug];
  return above === undefined ? [slug] : [slug, above];
}
