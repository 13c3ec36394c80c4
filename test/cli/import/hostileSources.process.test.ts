import {mkdir, symlink, truncate, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {decodeSource} from '../../../cli/import/source/decodeSource.ts'
import {sigsYaml, teamToml} from '../../importers/sources/shapes.ts'
import {importSetup, type ImportSetup} from './importSetup.ts'

let setup: ImportSetup
let repo = ''
beforeEach(async () => {
  setup = await importSetup()
  repo = join(setup.folder, 'repo')
  await mkdir(repo)
})
afterEach(() => setup.close())

const write = (name: string, content: string | Uint8Array) => writeFile(join(repo, name), content)

describe('a file that cannot be read is listed, and the others are imported', () => {
  test('100 MB, binary, in another encoding, nested too deeply', async () => {
    await write('sigs.yaml', sigsYaml)
    await write('large.yaml', 'sigs:\n')
    await truncate(join(repo, 'large.yaml'), 100_000_000)
    await write('large.md', 'a'.repeat(600_000))
    await write('binary.md', new Uint8Array([35, 0, 1, 2]))
    await write('latin.md', new Uint8Array([35, 32, 0xe9, 0x0a]))
    await write('deep.yaml', `sigs: ${'['.repeat(50_000)}`)
    await write('deep.toml', `[[events]]\na = ${'['.repeat(50_000)}`)
    await write('broken.toml', '[[events]]\na = \n')
    const {code, out} = await setup.run('repo', '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('Tide  sigs.yaml:2')
    expect(out).toMatch(/It has 100000000 bytes, .*\n {4}large\.yaml:1/)
    expect(out).toMatch(/It has 600000 characters, .*\n {4}large\.md:1/)
    expect(out).toMatch(/It is a binary file\.\n {4}binary\.md:1/)
    expect(out).toMatch(/It is not UTF-8\..*\n {4}latin\.md:1/)
    expect(out).toMatch(/could not be read: [^:]*\n {4}deep\.yaml:1/)
    expect(out).toMatch(/could not be read: .*(?:\n {2}\S.*)?\n {4}deep\.toml:1/)
    expect(out).toMatch(/could not be read: .*(?:\n {2}\S.*)?\n {4}broken\.toml:1/)
  })

  test('links are counted and not followed: out of the folder, and in a circle', async () => {
    await write('sigs.yaml', sigsYaml)
    await writeFile(join(setup.folder, 'secret.toml'), teamToml)
    await symlink(join(setup.folder, 'secret.toml'), join(repo, 'link.toml'))
    await symlink(repo, join(repo, 'circle'))
    const {code, out} = await setup.run('repo', '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('2 symbolic links')
    expect(out).not.toContain('Pier')
  })
})

test('a folder with too many files is an error that says what to do', async () => {
  await Promise.all(Array.from({length: 30}, (_, index) => write(`${index}.txt`, '')))
  const result = await setup.runWith('repo', {limits: {folderEntries: 20}})
  expect(result).toContain('repo has more than 20 files and folders')
  expect(result).toContain('Import a folder inside it')
})

test('a page at a private address is refused', async () => {
  const {err, code} = await setup.run('https://127.0.0.1/page.md', '--dry-run')
  expect(code).toBe(1)
  expect(err).toMatch(/Could not read https:\/\/127\.0\.0\.1\/page\.md\. .*private/)
})

test('text of a source cannot write to the terminal', async () => {
  await write('sigs.yaml', sigsYaml.replace('name: Tide', String.raw`name: "Ti\e]0;owned\ade"`))
  const {out} = await setup.run('repo', '--dry-run')
  expect(out).not.toContain('\u001B')
})

describe('text files of other systems', () => {
  test.each([
    ['CRLF', Buffer.from('a\r\nb\r\n')],
    ['the line ends of old Macs', Buffer.from('a\rb\r')],
    ['a byte order mark', Buffer.from('\uFEFFa\nb\n')],
    ['UTF-16', Buffer.from('\uFEFFa\nb\n', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\uFEFFa\nb\n', 'utf16le').swap16()],
  ])('with %s are read', (_, bytes) => {
    expect(decodeSource(bytes)).toEqual({kind: 'text', text: 'a\nb\n'})
  })
})
