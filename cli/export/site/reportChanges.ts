import {posix} from 'node:path'

import type {Change} from './planChanges.ts'

const marks = {
  new: '+',
  changed: '~',
  removed: '-',
  kept: '!',
  unchanged: '=',
} as const satisfies Record<Change['kind'], string>

/** Returns the lines of a tree with everything that an export writes, changes, removes or keeps. */
export function changeTree(changes: readonly Change[]): string[] {
  const listed = changes.filter(({kind}) => kind !== 'unchanged')
  const folders = Map.groupBy(listed, ({path}) => posix.dirname(path))
  const lines = [...folders].flatMap(([folder, own]) => [
    `${folder}/`,
    ...own.map(({kind, path}) => `  ${marks[kind]} ${posix.basename(path)}`),
  ])
  return lines.length === 0 ? [] : ['+ new  ~ changed  - removed  ! kept', '', ...lines]
}

/** @example '3 new, 1 changed, 0 removed, 40 unchanged, 0 kept' */
export function summaryOf(changes: readonly Change[]): string {
  const count = (kind: Change['kind']) => changes.filter((each) => each.kind === kind).length
  const kinds = ['new', 'changed', 'removed', 'unchanged', 'kept'] as const
  return kinds.map((kind) => `${count(kind)} ${kind}`).join(', ')
}
