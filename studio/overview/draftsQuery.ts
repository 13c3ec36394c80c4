import {fieldsOf, publishedId, textOf} from '@touchpoints/schemas/reading'

/** A document with changes that visitors do not see. */
export interface UnpublishedDraft {
  /** Published id. */
  id: string
  type: string
  title: string
  /** UTC instant of the last change. */
  changedAt: string
  /** Whether visitors see an earlier version of the document. */
  isPublished: boolean
}

export interface UnpublishedDrafts {
  total: number
  /** The latest ones. */
  drafts: readonly UnpublishedDraft[]
}

const drafts = '*[_id in path("drafts.**") && _type in $types]'

/** GROQ query for the latest drafts in the perspective `raw`. Parameters: `$types`, `$limit`. */
export const draftsQuery = `{
  "total": count(${drafts}),
  "drafts": ${drafts} | order(_updatedAt desc)[0...$limit]{
    _id, _type, _updatedAt, "title": coalesce(title, name),
    "isPublished": defined(*[_id == string::split(^._id, "drafts.")[1]][0]._id)
  }
}`

export function readDrafts(result: unknown): UnpublishedDrafts {
  const {total, drafts: stored} = fieldsOf(result)
  return {
    total: typeof total === 'number' ? total : 0,
    drafts: Array.isArray(stored) ? stored.flatMap(readDraft) : [],
  }
}

function readDraft(stored: unknown): UnpublishedDraft[] {
  const {_id, _type, _updatedAt, title, isPublished} = fieldsOf(stored)
  const [id, type, changedAt] = [textOf(_id), textOf(_type), textOf(_updatedAt)]
  if (id === undefined || type === undefined || changedAt === undefined) return []
  return [
    {
      id: publishedId(id),
      type,
      title: textOf(title) ?? 'Untitled',
      changedAt,
      isPublished: isPublished === true,
    },
  ]
}
