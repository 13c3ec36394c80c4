import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

import {unsupportedNode} from '../../cli/unsupportedNode.ts'

const manifest: {engines: {node: string}} = JSON.parse(
  readFileSync(new URL('../../cli/package.json', import.meta.url), 'utf8'),
)

test('a Node without SQLite gets one sentence, with the way to run the command', () => {
  const oldest = manifest.engines.node.replace('>=', '')
  expect(unsupportedNode('20.19.2')).toContain(`needs Node ${oldest} or later`)
  expect(unsupportedNode('20.19.2')).toContain('npx touchpoints')
  expect(unsupportedNode('22.12.0')).toBeDefined()
})

test.each(['22.13.0', '22.20.1', '24.0.0'])('Node %s runs it', (version) => {
  expect(unsupportedNode(version)).toBeUndefined()
})
