import {createHash} from 'node:crypto'

import type {FileContent} from './fileContent.ts'
import {isSameContent} from './isSameContent.ts'

/** What an export does with one file. */
export type Change =
  | {kind: 'new' | 'changed'; path: string; text: FileContent}
  | {kind: 'unchanged' | 'removed'; path: string}
  /** `foreign`: the export never wrote it. `edited`: a person changed it after the export wrote it. */
  | {kind: 'kept'; path: string; reason: 'foreign' | 'edited'}

export interface ChangePlan {
  /** Sorted by path. */
  changes: Change[]
  /** The files that the export owns afterwards, with the digest of their content. */
  written: Map<string, string>
}

export interface ChangeRequest {
  /** What the site should have, by path. */
  files: ReadonlyMap<string, FileContent>
  /** What earlier exports wrote, with the digest of its content. */
  written: ReadonlyMap<string, string>
  /** What the site has: the content of each file of `files` and `written` that exists. */
  current: ReadonlyMap<string, FileContent>
}

/**
 * Decides what an export does with each file. Only a file that still is as an earlier export wrote it is replaced or
 * removed. A file that a person wrote or changed stays as it is.
 */
export function planChanges({files, written, current}: ChangeRequest): ChangePlan {
  const plan: ChangePlan = {changes: [], written: new Map()}
  for (const path of [...new Set([...files.keys(), ...written.keys()])].sort()) {
    const change = changeOf(path, {files, written, current})
    if (change === undefined) continue
    plan.changes.push(change)
    const digest = digestAfter(change, written.get(path), current.get(path))
    if (digest !== undefined) plan.written.set(path, digest)
  }
  return plan
}

function changeOf(path: string, {files, written, current}: ChangeRequest): Change | undefined {
  const text = files.get(path)
  const now = current.get(path)
  const last = written.get(path)
  if (text === undefined) {
    if (now === undefined) return undefined
    return digestOf(now) === last ? {kind: 'removed', path} : {kind: 'kept', path, reason: 'edited'}
  }
  if (now === undefined) return {kind: 'new', path, text}
  if (isSameContent(now, text)) return {kind: 'unchanged', path}
  if (last === undefined) return {kind: 'kept', path, reason: 'foreign'}
  if (digestOf(now) !== last) return {kind: 'kept', path, reason: 'edited'}
  return {kind: 'changed', path, text}
}

/** Returns the digest that the list has after a change. A file that is not in the list belongs to the site. */
function digestAfter(
  change: Change,
  last: string | undefined,
  now: FileContent | undefined,
): string | undefined {
  switch (change.kind) {
    case 'new':
    case 'changed':
      return digestOf(change.text)
    case 'unchanged':
      return now === undefined ? undefined : digestOf(now)
    case 'kept':
      return last
    case 'removed':
      return undefined
  }
}

/** Returns the digest of a file. Git may convert the ends of lines of a text, so they do not count. */
function digestOf(content: FileContent): string {
  const counted = typeof content === 'string' ? content.replaceAll('\r\n', '\n') : content
  return createHash('sha256').update(counted).digest('hex')
}
