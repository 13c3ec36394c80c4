import type {Shell} from '../shell.ts'

/**
 * Exports the content to a Hugo site, as `touchpoints export SITE --format hugo` does, before Hugo reads it.
 *
 * @param address - of the Content Lake to read. Undefined reads what the variables select.
 */
export async function exportToHugo(
  site: string,
  {address, siteUrl}: {address: string | undefined; siteUrl: string | undefined},
  shell: Shell,
): Promise<void> {
  const {exportCommand} = await import('../commands/export.ts')
  const env = address === undefined ? shell.env : {...shell.env, SANITY_API_HOST: address}
  const options = siteUrl === undefined ? [] : ['--site-url', siteUrl]
  await exportCommand.run([site, '--format', 'hugo', ...options], {...shell, env})
}
