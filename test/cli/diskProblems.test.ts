import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {openLakeFile} from '../../cli/dev/openLake.ts'
import {readSettings} from '../../cli/dev/settings.ts'
import {diskProblem} from '../../cli/diskProblem.ts'
import {makeFolder} from '../../cli/makeFolder.ts'
import {commandLine} from '../support/commandLine.ts'
import {projectFolder} from './support/fakeProject.ts'

test.each([
  [new Error('ENOSPC: no space left on device, write'), 'the disk is full'],
  [new Error('export failed', {cause: new Error('ENOSPC: no space left')}), 'the disk is full'],
  [new Error('database or disk is full'), 'the disk is full'],
  [new Error('EACCES: permission denied, open'), 'this user may not write there'],
  [new Error('EROFS: read-only file system'), 'the disk is read-only'],
])('%s is about the disk, and not about the Content Lake', (error, words) => {
  expect(diskProblem(error)).toContain(words)
})

test('other errors are not about the disk', () => {
  expect(diskProblem(new Error('connect ECONNREFUSED 127.0.0.1:3900'))).toBeUndefined()
})

test('folders are created with those above, and one that exists is fine', () => {
  const folder = join(projectFolder({}), 'a/b/c')
  makeFolder(folder)
  makeFolder(folder)
  expect(existsSync(folder)).toBe(true)
})

test('a file in the way is the error of the system', () => {
  const folder = projectFolder({a: ''})
  expect(() => makeFolder(join(folder, 'a/b'))).toThrow(/ENOTDIR|EEXIST/)
})

test.runIf(process.platform === 'linux')(
  'a backup to a folder that the system never creates ends with a sentence',
  async () => {
    const folder = projectFolder({})
    openLakeFile(readSettings({}, folder)).close()
    const {code, err} = await commandLine(folder)(['backup', '/proc/backups'])
    expect([code, err]).toEqual([1, expect.stringContaining('Could not create /proc/backups')])
  },
)
