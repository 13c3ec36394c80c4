import {withoutTracking} from '@touchpoints/schemas/rules'
import {httpsUrl} from '@touchpoints/schemas/scalars'

import type {PlanBuilder} from './planBuilder.ts'
import {type SourceNode, textOf} from './sourceNode.ts'

/**
 * Returns the address in a node as a document can store it. An address that no document can store is a
 * leftover, and so is a path without the address of its file.
 */
export function cleanAddress(node: SourceNode | undefined, out: PlanBuilder): string | undefined {
  const written = textOf(node)
  if (node === undefined || written === undefined) return undefined
  const {link} = withoutTracking(written)
  const https = link.replace(/^http:/i, 'https:')
  if (httpsUrl.safeParse(https).success) return https
  const {base} = out.file
  const isPath = /^(?:\.{0,2}\/)?[\w.-]+(?:\/[\w.-]+)*\/?(?:[?#].*)?$/.test(link)
  const absolute = isPath && base !== undefined ? URL.parse(link, base)?.href : undefined
  if (absolute !== undefined && httpsUrl.safeParse(absolute).success) return absolute
  const reason = isPath
    ? 'This is a path of the source, and the address of the source is not known. Add --base, or add the link by hand.'
    : 'This is not a complete https: address. Add it by hand.'
  out.leftover(node.line, written, reason)
  return undefined
}
