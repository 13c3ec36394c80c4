import {test} from 'vitest'
import {
  startTestLake,
  type TestDataset,
  type TestLake,
  type TestLakeOptions,
} from '../testing/index.ts'

/** The fixtures of `lakeTest`. */
export interface LakeFixtures {
  /** The dataset of the test. */
  lake: TestDataset
  /** The Content Lake of the file. */
  contentLake: TestLake
}

/**
 * Returns the `test` of Vitest with a fixture `lake`: a dataset of its own for each test, in one Content Lake for the
 * file. The dataset is deleted after the test. The lake starts with the first test that uses it, and stops with the file.
 *
 * @example
 * const test = lakeTest({seed: 'fixtures.ndjson'})
 *
 * test('lists all posts', async ({lake}) => {
 *   const client = createClient({...lake.config, apiVersion})
 *   expect(await client.fetch('count(*[_type == "post"])')).toBe(2)
 * })
 */
export function lakeTest(options: TestLakeOptions = {}) {
  return test.extend<LakeFixtures>({
    contentLake: [
      // Vitest reads from the pattern which fixtures this one needs.
      // oxlint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const lake = await startTestLake(options)
        await use(lake)
        await lake.close()
      },
      {scope: 'file'},
    ],
    lake: async ({contentLake}, use) => {
      const dataset = await contentLake.dataset()
      await use(dataset)
      dataset.remove()
    },
  })
}
