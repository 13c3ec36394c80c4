import {describe, expect, test} from 'vitest'
import {npmRanges} from '../../scripts/contract/e2e/npmRanges.ts'
import {ofMajor, studioVersions} from '../../scripts/contract/e2e/studioVersions.ts'
import {contractEnd, contractStart, replaceMarked} from '../../scripts/contract/markedSection.ts'
import {readSuiteFlags} from '../../scripts/contract/suiteFlags.ts'

describe('npmRanges', () => {
  const packages = {
    manifests: [
      JSON.stringify({
        dependencies: {sanity: 'workspace:*', react: 'catalog:', rxjs: '^7.8.2', ui5: 'catalog:'},
      }),
      JSON.stringify({devDependencies: {rxjs: '^6.0.0', '@scope/tool': 'beta'}}),
    ],
    workspace: 'catalog:\n  react: ^19.2.8\n  ui5: npm:@sanity/ui@alpha\n',
    lock: [
      'importers:',
      '  .:',
      '    dependencies:',
      "      ui5: {version: '@sanity/ui@5.0.0-alpha.4(react@19.2.8)'}",
      '      "@scope/tool": {version: 2.0.0-beta.1}',
    ].join('\n'),
  }

  test('replaces what only pnpm understands, because npm installs the published packages', () => {
    expect(npmRanges(['sanity', 'react', 'rxjs'], packages, '6.16.0')).toEqual({
      sanity: '6.16.0',
      react: '^19.2.8',
      rxjs: '^7.8.2',
    })
  })

  test('takes the locked version of a tag, because a tag moves', () => {
    expect(npmRanges(['ui5', '@scope/tool'], packages, '6.16.0')).toEqual({
      ui5: 'npm:@sanity/ui@5.0.0-alpha.4',
      '@scope/tool': '2.0.0-beta.1',
    })
  })

  test('names a package that no manifest lists, because npm would install any version', () => {
    expect(() => npmRanges(['unlisted'], packages, '6.16.0')).toThrow('lists "unlisted"')
  })
})

describe('studioVersions', () => {
  test('adds the newest Studio of the major version before, by number and without prereleases', () => {
    const tags = ['v5.9.0', 'v5.31.2', 'v5.32.0-next.1', 'v6.9.2', 'unrelated']
    expect(studioVersions('6.16.0', tags)).toEqual([
      {version: '6.16.0', revision: 'HEAD'},
      {version: '5.31.2', revision: 'v5.31.2'},
    ])
  })

  test('asks for tags, because a shallow checkout has none', () => {
    expect(() => studioVersions('6.16.0', [])).toThrow('git fetch --tags')
  })
})

describe('ofMajor', () => {
  const five = {version: '5.31.2', revision: 'v5.31.2'}
  const studios = [{version: '6.16.0', revision: 'HEAD'}, five]

  test('returns one Studio, because a run of both takes two hours', () => {
    expect(ofMajor(studios, 5)).toEqual([five])
    expect(ofMajor(studios, undefined)).toEqual(studios)
  })

  test('refuses a major version that has no specs, because nothing would run', () => {
    expect(() => ofMajor(studios, 4)).toThrow('there is no Studio 4. The specs run for 6 and 5.')
  })
})

describe('readSuiteFlags', () => {
  test('refuses a folder without the suite, before a run of an hour', () => {
    expect(() => readSuiteFlags(['--sanity', import.meta.dirname])).toThrow(
      'no e2e/playwright.config.ts',
    )
  })

  test('refuses an unknown flag, because a suite would not run', () => {
    expect(() => readSuiteFlags(['--clients', '.'])).toThrow('--clients')
  })
})

describe('replaceMarked', () => {
  test('replaces only what is between the markers', () => {
    expect(replaceMarked(`a\n${contractStart}\nold\n${contractEnd}\nb`, 'new')).toBe(
      `a\n${contractStart}\n\nnew\n\n${contractEnd}\nb`,
    )
  })

  test('refuses a page without markers, because the results would be lost', () => {
    expect(() => replaceMarked('a page', 'new')).toThrow('must have each of these lines once')
  })
})
