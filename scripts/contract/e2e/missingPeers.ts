import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'

const manifestShape = z.object({
  peerDependencies: z.record(z.string(), z.string()).default({}),
  peerDependenciesMeta: z
    .record(z.string(), z.object({optional: z.boolean().default(false)}))
    .default({}),
})

/**
 * Returns the required peers of installed packages that are not installed, such as `easymde@2.x`.
 *
 * Plugins allow older Studios than the one to test, so npm would refuse to resolve their peers itself.
 */
export function missingPeers(folder: string, names: readonly string[]): string[] {
  const path = (name: string) => join(folder, 'node_modules', name, 'package.json')
  const missing = names.flatMap((name) => {
    const text = readFileSync(path(name), 'utf8')
    const {peerDependencies, peerDependenciesMeta} = manifestShape.parse(JSON.parse(text))
    return Object.entries(peerDependencies).flatMap(([peer, range]) =>
      peerDependenciesMeta[peer]?.optional || existsSync(path(peer)) ? [] : [`${peer}@${range}`],
    )
  })
  return [...new Set(missing)]
}
