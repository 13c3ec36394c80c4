import type {Definition, Nodes, PhrasingContent, Root} from 'mdast'

/**
 * Replaces reference links (`[text][name]`) with inline links. Removes the definitions that are used, and
 * keeps unused ones, so that their addresses are not lost.
 */
export function resolveReferences(root: Root): Root {
  const definitions = new Map<string, Definition>()
  for (const node of root.children) {
    if (node.type === 'definition') definitions.set(node.identifier, node)
  }
  const used = new Set<string>()
  visit(root, (node) => {
    if (!('children' in node)) return
    node.children.forEach((child, index) => {
      const resolved = resolve(child, definitions)
      if (!resolved) return
      used.add(resolved.identifier)
      node.children.splice(index, 1, resolved.node)
    })
  })
  const children = root.children.filter(
    (node) => node.type !== 'definition' || !used.has(node.identifier),
  )
  return {...root, children}
}

function resolve(
  node: Nodes,
  definitions: ReadonlyMap<string, Definition>,
): {identifier: string; node: PhrasingContent} | undefined {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined
  const definition = definitions.get(node.identifier)
  if (!definition) return undefined
  const {identifier, url} = definition
  const position = node.position && {position: node.position}
  if (node.type === 'imageReference') {
    return {identifier, node: {type: 'image', url, alt: node.alt ?? null, ...position}}
  }
  return {identifier, node: {type: 'link', url, children: node.children, ...position}}
}

function visit(node: Nodes, act: (node: Nodes) => void): void {
  act(node)
  if ('children' in node) node.children.forEach((child) => visit(child, act))
}
