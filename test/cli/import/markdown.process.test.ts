import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {importSetup, type ImportSetup} from './importSetup.ts'

let setup: ImportSetup
beforeEach(async () => {
  setup = await importSetup()
})
afterEach(() => setup.close())

describe('a hostile Markdown page ends at a limit, and nothing is imported', () => {
  const images = '!['.repeat(50_000) + 'a' + '](x)'.repeat(50_000)

  test('of time, when parsing it would take minutes', async () => {
    await setup.write('page.md', images)
    expect(await setup.runWith('page.md', {limits: {planTime: 1000}})).toContain(
      'took more than 1 s',
    )
    expect(setup.lake.count()).toBe(0)
  })

  test('of the stack, when it is nested too deeply', async () => {
    await setup.write('page.md', '>'.repeat(20_000))
    const {out} = await setup.run('page.md', '--yes')
    expect(out).toContain('could not be read: It is nested too deeply.')
    expect(out).not.toContain('call stack')
    expect(setup.lake.count()).toBe(0)
  })

  test('of memory', async () => {
    await setup.write(
      'page.md',
      `---\na: ${'["x",'.repeat(20_000)}\n---\n${'[a](b) '.repeat(50_000)}`,
    )
    const result = await setup.runWith('page.md', {limits: {planMemory: 24}})
    expect(result).toContain('page.md could not be read')
  })

  test('of bytes, before it is read', async () => {
    await setup.write('page.md', 'a'.repeat(10_000_000))
    expect(await setup.runWith('page.md')).toContain('has 10000000 bytes, and the limit is 500000')
  })
})

/** Each took more than the limit of a minute before, growing with the square. */
test.each(['a', '.', 'a@'])(
  'a page of 400 kB that repeats "%s" is read to its end',
  async (text) => {
    await setup.write('page.md', text.repeat(400_000 / text.length))
    expect(await setup.runWith('page.md')).toBe('imported')
  },
)
