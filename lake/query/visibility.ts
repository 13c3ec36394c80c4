import type {Visitor} from '../http/visitor.ts'
import type {Perspective} from './perspective.ts'

/** Returns the perspective that a visitor gets: without a role, public documents only. */
export function visiblePerspective(requested: Perspective, visitor: Visitor): Perspective {
  return visitor.role === 'none' ? {kind: 'public'} : requested
}

/** Returns whether anyone may see the document. Ids with a dot are private: drafts, versions and other paths. */
export function isPublicId(id: string): boolean {
  return !id.includes('.')
}
