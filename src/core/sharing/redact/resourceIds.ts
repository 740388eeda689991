/** Hosts that are a resource of somebody: `contoso.vault.azure.net`. */
const HOSTS = [
  String.raw`azure\.(?:com|net|us|cn)`,
  String.raw`windows\.net`,
  String.raw`azurewebsites\.(?:net|us)`,
  String.raw`azurecr\.(?:io|us)`,
  String.raw`azure-(?:api|devices)\.net`,
  String.raw`azureedge\.net`,
  String.raw`azurefd\.net`,
  String.raw`azurestaticapps\.net`,
  String.raw`azurecontainerapps\.io`,
  String.raw`microsoftonline\.com`,
  String.raw`onmicrosoft\.com`,
  String.raw`cloudapp\.(?:net|azure\.com)`,
  String.raw`usgovcloudapi\.net`,
].join('|');

/**
 * Ids of Azure resources within any text: paths that begin with a subscription, a tenant's provider or a management group
 * (as they are, or percent-encoded), GUIDs, and the names of hosts that are a resource.
 */
const RESOURCE_ID = new RegExp(
  [
    String.raw`(?:\/|%2f)(?:subscriptions|resourceGroups|providers\/Microsoft\.|providers%2fMicrosoft\.)[^\s"'<>()[\]{}|,;]*`,
    String.raw`(?<![0-9a-f])\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?(?![0-9a-f])`,
    String.raw`(?<![\p{L}\p{N}_.-])(?:[\p{L}\p{N}_-]+\.)+(?:${HOSTS})(?![\p{L}\p{N}])`,
  ].join('|'),
  'giu',
);

/** A text with each id of an Azure resource in it replaced. */
export function replaceResourceIds(text: string, replacement: (id: string) => string): string {
  return text.replace(RESOURCE_ID, replacement);
}
