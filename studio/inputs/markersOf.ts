import {fieldsOf, textOf} from '@touchpoints/schemas/reading'
import type {ObjectMember, Path} from 'sanity'

/** A validation message with the path of its value in the document. */
export interface Marker {
  path: Path
  level: 'error' | 'warning' | 'info'
  message: string
}

/** Returns the validation messages of an object's fields at any depth, for an input that renders them itself. */
export function markersOf(members: readonly ObjectMember[]): Marker[] {
  return members.flatMap(markersIn)
}

/** Returns the validation messages of one member of a form, at any depth. */
export function markersIn(member: unknown): Marker[] {
  const {kind, field, item, fieldSet} = fieldsOf(member)
  if (kind === 'fieldSet') return nested(fieldsOf(fieldSet)['members'])
  const node = fieldsOf(kind === 'item' ? item : field)
  const {path, validation, members} = node
  const own: unknown[] = Array.isArray(validation) ? validation : []
  return [
    ...own.flatMap((each): Marker[] => {
      const {level, message} = fieldsOf(each)
      const text = textOf(message)
      if (text === undefined || !isPath(path) || !isLevel(level)) return []
      return [{path, level, message: text}]
    }),
    ...nested(members),
  ]
}

function nested(members: unknown): Marker[] {
  return Array.isArray(members) ? members.flatMap(markersIn) : []
}

function isLevel(level: unknown): level is Marker['level'] {
  return level === 'error' || level === 'warning' || level === 'info'
}

function isPath(path: unknown): path is Path {
  return Array.isArray(path)
}
