import type {Visitor} from '../http/visitor.ts'
import type {Perspective} from './perspective.ts'

/** What remains of a perspective for someone who may only see what is public. */
export function visiblePerspective(asked: Perspective, visitor: Visitor): Perspective {
  return visitor.role === 'none' ? {kind: 'public'} : asked
}

/** Ids with a dot are private: drafts, versions, and whatever an editor put on such a path. */
export function isPublicId(id: string): boolean {
  return !id.includes('.')
}
