import {slugOf} from '../plan/documentId.ts'

/**
 * Returns the part of an id for a group: its name without the words for its kind, because a list says
 * "quarry", its calendar "Quarry Team", and both are one group.
 *
 * @example groupKey('Quarry Team') // 'quarry'
 */
export function groupKey(name: string): string {
  const short = name
    .replace(/\s+(?:team|working group|project group|special interest group|wg|sig)$/i, '')
    .replace(/^(?:sig|wg|special interest group|working group)[\s:-]+/i, '')
  return slugOf(short.trim() === '' ? name : short)
}

export function slugField(current: string) {
  return {_type: 'slug', current: current.slice(0, 96).replace(/-+$/, '')}
}

export function reference(id: string) {
  return {_type: 'reference', _ref: id}
}

export function roleItem(role: string, person: string) {
  return {
    _type: 'groupRole',
    _key: `${slugOf(role)}-${person}`.slice(0, 120),
    role,
    person: reference(person),
  }
}

export function sentenceCase(words: string): string {
  const text = words.replaceAll(/[_-]+/g, ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
