/** The first version with SQLite. The `engines` of package.json say the same. */
const oldest = [22, 13] as const

/**
 * Returns why a version of Node cannot run the lake. Undefined if it can.
 *
 * @example
 * unsupportedNode('20.19.2') // 'The lake needs Node 22.13 or later, and this is Node 20.19.2. …'
 */
export function unsupportedNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined
  return `The lake needs Node ${oldest.join('.')} or later, and this is Node ${version}. Install a later Node, or add the package "node" to the project and use \`npx\`.`
}
