/** Which log sources a row is about: all that have each of the values given, whatever else they have. */
export interface LogSourcePattern {
  readonly product?: string;
  readonly category?: string;
  readonly service?: string;
}

/** A row: the log sources and the data components that their events are of, as ATT&CK writes them. */
export type LogSourceRow = readonly [LogSourcePattern, ...components: readonly string[]];

const APPLICATION = 'Application Log: Application Log Content';
const FLOW = 'Network Traffic: Network Traffic Flow';
const CONTENT = 'Network Traffic: Network Traffic Content';
const CONNECTION = 'Network Traffic: Network Connection Creation';
const AUTHENTICATION = 'User Account: User Account Authentication';
const LOGON = 'Logon Session: Logon Session Creation';
const LOGON_METADATA = 'Logon Session: Logon Session Metadata';
const ACCOUNT_CREATION = 'User Account: User Account Creation';
const ACCOUNT_DELETION = 'User Account: User Account Deletion';
const ACCOUNT_MODIFICATION = 'User Account: User Account Modification';
const GROUP_MODIFICATION = 'Group: Group Modification';
const CLOUD_MODIFICATION = 'Cloud Service: Cloud Service Modification';
const CLOUD_DISABLE = 'Cloud Service: Cloud Service Disable';
const COMMAND = 'Command: Command Execution';
const SCRIPT = 'Script: Script Execution';
const PROCESS = 'Process: Process Creation';
const HOST_STATUS = 'Sensor Health: Host Status';
const KEY_CREATION = 'Windows Registry: Windows Registry Key Creation';
const KEY_DELETION = 'Windows Registry: Windows Registry Key Deletion';
const KEY_MODIFICATION = 'Windows Registry: Windows Registry Key Modification';
const FIREWALL_RULE = 'Firewall: Firewall Rule Modification';
const FILE_METADATA = 'File: File Metadata';

/** Categories that mean one kind of event on every product; on Windows they are Sysmon's events and ETW's. */
const byCategory: readonly LogSourceRow[] = [
  [{ category: 'process_creation' }, PROCESS, COMMAND],
  [{ category: 'process_termination' }, 'Process: Process Termination'],
  [{ category: 'process_access' }, 'Process: Process Access'],
  [{ category: 'process_tampering' }, 'Process: Process Modification'],
  [{ category: 'create_remote_thread' }, 'Process: Process Modification'],
  [{ category: 'raw_access_thread' }, 'Drive: Drive Access'],
  [{ category: 'driver_load' }, 'Driver: Driver Load'],
  [{ category: 'image_load' }, 'Module: Module Load'],
  [{ category: 'file_event' }, 'File: File Creation'],
  [{ category: 'file_executable_detected' }, 'File: File Creation'],
  [{ category: 'file_block_executable' }, 'File: File Creation'],
  [{ category: 'file_change' }, 'File: File Modification'],
  [{ category: 'file_rename' }, 'File: File Modification'],
  [{ category: 'file_access' }, 'File: File Access'],
  [{ category: 'file_delete' }, 'File: File Deletion'],
  [{ category: 'file_delete_detected' }, 'File: File Deletion'],
  [{ category: 'file_block_shredding' }, 'File: File Deletion'],
  [{ category: 'create_stream_hash' }, FILE_METADATA],
  [{ category: 'registry_event' }, KEY_CREATION, KEY_DELETION, KEY_MODIFICATION],
  [{ category: 'registry_add' }, KEY_CREATION],
  [{ category: 'registry_delete' }, KEY_DELETION],
  [{ category: 'registry_set' }, KEY_MODIFICATION],
  [{ category: 'registry_rename' }, KEY_MODIFICATION],
  [{ category: 'pipe_created' }, 'Named Pipe: Named Pipe Metadata'],
  [{ category: 'wmi_event' }, 'WMI: WMI Creation'],
  [{ category: 'network_connection' }, CONNECTION],
  [{ category: 'dns_query' }, CONTENT, CONNECTION],
  [{ category: 'sysmon_status' }, HOST_STATUS],
  [{ category: 'sysmon_error' }, HOST_STATUS],
  [{ category: 'ps_classic_start' }, COMMAND, 'Process: Process Metadata'],
  [{ category: 'ps_classic_provider_start' }, COMMAND],
  [{ category: 'ps_classic_script' }, COMMAND, SCRIPT],
  [{ category: 'ps_module' }, COMMAND, SCRIPT],
  [{ category: 'ps_script' }, SCRIPT, COMMAND],
  [{ category: 'antivirus' }, FILE_METADATA],
  [{ category: 'application' }, APPLICATION],
  [{ category: 'database' }, APPLICATION],
  [{ category: 'webserver' }, APPLICATION],
  [{ category: 'dns' }, CONTENT],
  [{ category: 'proxy' }, CONTENT, FLOW],
  [{ category: 'firewall' }, CONNECTION, FLOW],
];

/** Channels of the Windows event log. */
const windows: readonly LogSourceRow[] = [
  [
    { product: 'windows', service: 'security' },
    LOGON,
    LOGON_METADATA,
    AUTHENTICATION,
    ACCOUNT_CREATION,
    ACCOUNT_DELETION,
    ACCOUNT_MODIFICATION,
    GROUP_MODIFICATION,
    PROCESS,
    'Process: Process Termination',
    'Active Directory: Active Directory Credential Request',
    'Active Directory: Active Directory Object Access',
    'Active Directory: Active Directory Object Creation',
    'Active Directory: Active Directory Object Deletion',
    'Active Directory: Active Directory Object Modification',
    'File: File Access',
    'File: File Modification',
    FIREWALL_RULE,
    CONNECTION,
    'Network Share: Network Share Access',
    'Scheduled Job: Scheduled Job Creation',
    'Scheduled Job: Scheduled Job Modification',
    'Service: Service Creation',
    'Windows Registry: Windows Registry Key Access',
    KEY_MODIFICATION,
  ],
  [
    { product: 'windows', service: 'system' },
    'Service: Service Creation',
    'Service: Service Metadata',
    'Service: Service Modification',
    HOST_STATUS,
  ],
  [
    { product: 'windows', service: 'sysmon' },
    PROCESS,
    COMMAND,
    'Process: Process Access',
    'Process: Process Modification',
    'Process: Process Termination',
    'Drive: Drive Access',
    'Driver: Driver Load',
    'Module: Module Load',
    'File: File Creation',
    'File: File Deletion',
    FILE_METADATA,
    'File: File Modification',
    'Named Pipe: Named Pipe Metadata',
    CONNECTION,
    CONTENT,
    KEY_CREATION,
    KEY_DELETION,
    KEY_MODIFICATION,
    'WMI: WMI Creation',
    HOST_STATUS,
  ],
  [{ product: 'windows', service: 'application' }, APPLICATION],
  [{ product: 'windows', service: 'applocker' }, PROCESS, 'Process: Process Metadata'],
  [{ product: 'windows', service: 'bits-client' }, CONNECTION],
  [{ product: 'windows', service: 'codeintegrity-operational' }, FILE_METADATA, 'Driver: Driver Metadata'],
  [{ product: 'windows', service: 'dns-client' }, CONTENT],
  [{ product: 'windows', service: 'dns-server-analytic' }, CONTENT],
  [{ product: 'windows', service: 'driver-framework' }, 'Drive: Drive Creation'],
  [{ product: 'windows', service: 'firewall-as' }, FIREWALL_RULE],
  [{ product: 'windows', service: 'iis-configuration' }, 'Service: Service Modification'],
  [{ product: 'windows', service: 'ldap' }, 'Active Directory: Active Directory Object Access'],
  [{ product: 'windows', service: 'lsa-server' }, LOGON_METADATA],
  [{ product: 'windows', service: 'microsoft-servicebus-client' }, APPLICATION],
  [{ product: 'windows', service: 'servicebus-client' }, APPLICATION],
  [{ product: 'windows', service: 'msexchange-management' }, APPLICATION, COMMAND],
  [{ product: 'windows', service: 'ntlm' }, AUTHENTICATION],
  [{ product: 'windows', service: 'openssh' }, AUTHENTICATION, LOGON],
  [{ product: 'windows', service: 'powershell' }, COMMAND, SCRIPT],
  [{ product: 'windows', service: 'powershell-classic' }, COMMAND, SCRIPT, 'Process: Process Metadata'],
  [{ product: 'windows', service: 'security-mitigations' }, 'Process: Process Metadata'],
  [{ product: 'windows', service: 'smbclient-security' }, 'Network Share: Network Share Access'],
  [
    { product: 'windows', service: 'taskscheduler' },
    'Scheduled Job: Scheduled Job Creation',
    'Scheduled Job: Scheduled Job Metadata',
    'Scheduled Job: Scheduled Job Modification',
  ],
  [{ product: 'windows', service: 'terminalservices-localsessionmanager' }, LOGON, LOGON_METADATA],
  [{ product: 'windows', service: 'windefend' }, FILE_METADATA, HOST_STATUS],
  [{ product: 'windows', service: 'wmi' }, 'WMI: WMI Creation'],
];

/** Services of Unix systems. */
const unix: readonly LogSourceRow[] = [
  [
    { product: 'linux', service: 'auditd' },
    PROCESS,
    COMMAND,
    'Process: OS API Execution',
    'Process: Process Access',
    'File: File Access',
    'File: File Creation',
    'File: File Deletion',
    FILE_METADATA,
    'File: File Modification',
    'Kernel: Kernel Module Load',
    CONNECTION,
    AUTHENTICATION,
    ACCOUNT_CREATION,
    ACCOUNT_MODIFICATION,
    'Service: Service Creation',
  ],
  [{ product: 'linux', service: 'auth' }, AUTHENTICATION, LOGON, ACCOUNT_DELETION, ACCOUNT_MODIFICATION],
  [{ product: 'linux', service: 'clamav' }, FILE_METADATA],
  [
    { product: 'linux', service: 'cron' },
    'Scheduled Job: Scheduled Job Creation',
    'Scheduled Job: Scheduled Job Modification',
  ],
  [{ product: 'linux', service: 'guacamole' }, LOGON_METADATA, APPLICATION],
  [{ product: 'linux', service: 'sshd' }, AUTHENTICATION, LOGON],
  [{ product: 'linux', service: 'sudo' }, COMMAND],
  [{ product: 'linux', service: 'vsftpd' }, APPLICATION],
];

/** Services of clouds and of software that others run. */
const cloud: readonly LogSourceRow[] = [
  [
    { product: 'aws', service: 'cloudtrail' },
    CLOUD_DISABLE,
    'Cloud Service: Cloud Service Enumeration',
    'Cloud Service: Cloud Service Metadata',
    CLOUD_MODIFICATION,
    'Cloud Storage: Cloud Storage Access',
    'Cloud Storage: Cloud Storage Creation',
    'Cloud Storage: Cloud Storage Deletion',
    'Cloud Storage: Cloud Storage Enumeration',
    'Cloud Storage: Cloud Storage Modification',
    FIREWALL_RULE,
    'Group: Group Enumeration',
    GROUP_MODIFICATION,
    'Image: Image Creation',
    'Image: Image Modification',
    'Instance: Instance Creation',
    'Instance: Instance Enumeration',
    'Instance: Instance Metadata',
    'Instance: Instance Modification',
    'Instance: Instance Start',
    'Instance: Instance Stop',
    LOGON,
    'Snapshot: Snapshot Creation',
    'Snapshot: Snapshot Deletion',
    'Snapshot: Snapshot Enumeration',
    'Snapshot: Snapshot Modification',
    AUTHENTICATION,
    ACCOUNT_CREATION,
    ACCOUNT_MODIFICATION,
    'Volume: Volume Creation',
    'Volume: Volume Deletion',
    'Volume: Volume Modification',
    'Web Credential: Web Credential Creation',
    'Web Credential: Web Credential Usage',
  ],
  [
    { product: 'azure', service: 'activitylogs' },
    CLOUD_DISABLE,
    CLOUD_MODIFICATION,
    'Firewall: Firewall Disable',
    FIREWALL_RULE,
    'Image: Image Creation',
    'Image: Image Deletion',
    'Image: Image Modification',
    'Instance: Instance Creation',
    'Instance: Instance Deletion',
    'Instance: Instance Modification',
    'Snapshot: Snapshot Creation',
  ],
  [
    { product: 'azure', service: 'auditlogs' },
    CLOUD_MODIFICATION,
    ACCOUNT_CREATION,
    ACCOUNT_DELETION,
    ACCOUNT_MODIFICATION,
    GROUP_MODIFICATION,
  ],
  [{ product: 'azure', service: 'pim' }, ACCOUNT_MODIFICATION],
  [{ product: 'azure', service: 'riskdetection' }, LOGON_METADATA, 'User Account: User Account Metadata'],
  [{ product: 'azure', service: 'signinlogs' }, AUTHENTICATION, LOGON, LOGON_METADATA],
  [{ product: 'bitbucket', service: 'audit' }, APPLICATION],
  [{ product: 'cisco', service: 'duo' }, AUTHENTICATION],
  [
    { product: 'gcp', service: 'gcp.audit' },
    CLOUD_MODIFICATION,
    FIREWALL_RULE,
    'Instance: Instance Creation',
    'Instance: Instance Deletion',
    'Instance: Instance Enumeration',
    'Instance: Instance Modification',
    'Instance: Instance Start',
    'Instance: Instance Stop',
    'Snapshot: Snapshot Metadata',
    ACCOUNT_MODIFICATION,
  ],
  [
    { product: 'gcp', service: 'google_workspace.admin' },
    CLOUD_MODIFICATION,
    ACCOUNT_CREATION,
    ACCOUNT_DELETION,
    ACCOUNT_MODIFICATION,
    GROUP_MODIFICATION,
  ],
  [{ product: 'gcp', service: 'google_workspace.login' }, AUTHENTICATION, LOGON],
  [{ product: 'github', service: 'audit' }, APPLICATION, CLOUD_MODIFICATION],
  [
    { product: 'kubernetes', service: 'audit' },
    'Container: Container Creation',
    'Pod: Pod Creation',
    'Pod: Pod Enumeration',
    'Pod: Pod Modification',
  ],
  [{ product: 'm365', service: 'audit' }, APPLICATION, AUTHENTICATION, ACCOUNT_MODIFICATION],
  [{ product: 'm365', service: 'exchange' }, APPLICATION],
  [{ product: 'm365', service: 'threat_detection' }, APPLICATION],
  [{ product: 'm365', service: 'threat_management' }, APPLICATION],
  [{ product: 'okta', service: 'okta' }, AUTHENTICATION, LOGON, ACCOUNT_CREATION, ACCOUNT_MODIFICATION, APPLICATION],
  [{ product: 'onelogin', service: 'onelogin.events' }, AUTHENTICATION, ACCOUNT_MODIFICATION],
];

/** Network devices, sensors and servers. */
const network: readonly LogSourceRow[] = [
  [{ service: 'apache' }, APPLICATION],
  [{ service: 'nginx' }, APPLICATION],
  [{ service: 'netflow' }, FLOW],
  [{ product: 'modsecurity' }, APPLICATION],
  [{ product: 'cisco', service: 'aaa' }, COMMAND, AUTHENTICATION],
  [{ product: 'zeek', service: 'conn' }, CONNECTION, FLOW],
  [{ product: 'zeek', service: 'dce_rpc' }, CONTENT],
  [{ product: 'zeek', service: 'dns' }, CONTENT],
  [{ product: 'zeek', service: 'http' }, CONTENT, FLOW],
  [{ product: 'zeek', service: 'kerberos' }, CONTENT, 'Active Directory: Active Directory Credential Request'],
  [{ product: 'zeek', service: 'rdp' }, CONTENT],
  [{ product: 'zeek', service: 'smb_files' }, CONTENT, 'Network Share: Network Share Access'],
  [{ product: 'zeek', service: 'x509' }, CONTENT],
];

/** Every row; of those that match a log source, the one with the most values counts. */
export const logSourceTable: readonly LogSourceRow[] = [...byCategory, ...windows, ...unix, ...cloud, ...network];
