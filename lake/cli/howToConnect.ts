import {counted} from './counted.ts'
import type {ServedLake} from './serveCommandLake.ts'

/** Returns what `lake` prints when it is ready: where it is, and what to change in a project. */
export function howToConnect({lake, server, folder, token}: ServedLake): string {
  const {url} = server
  const own = lake.datasets().filter(({addonFor}) => addonFor === undefined)
  const [first] = own
  const datasets = own
    .map((each) => `${each.projectId}.${each.dataset} (${counted(each.count(), 'document')})`)
    .join(', ')
  const secret = token === undefined ? '' : ', token'
  return [
    '',
    `  Content Lake  ${url}`,
    `  Datasets      ${datasets}`,
    `  Data          ${folder ?? 'in memory'}`,
    '',
    '  Studio, in sanity.config.ts:',
    `    apiHost: '${url}'`,
    ...(token === undefined ? [] : ['    and open it once with #token=<token> after its address']),
    '  @sanity/client:',
    `    createClient({projectId: '${first?.projectId}', dataset: '${first?.dataset}', apiHost: '${url}', useProjectHostname: false, useCdn: false${secret}, …})`,
    '  Command line and scripts, unchanged:',
    '    npx @touchpoints/lake exec -- npx sanity dataset list',
    '',
    '  Press Ctrl-C to stop.',
  ].join('\n')
}
