import {expect, onTestFinished, test} from 'vitest'
import {openApp} from './openApp.ts'

// The last part of a small dataset is its first one: a copy that is complete must not appear either, because the
// settings of its source, such as `private`, are gone.
test.each([0, 500])(
  'deleting the source meanwhile, with %i other documents, is the reason why a copy fails',
  async (count) => {
    const projectId = 'blog'
    const [first, source, target] = ['production', 'source', 'copy'].map((dataset) => ({
      projectId,
      dataset,
    }))
    if (!first || !source || !target) throw new Error('There are three names')
    const opened = openApp([first, source])
    const {app, datasets} = opened
    onTestFinished(() => opened.close())
    const mutations = Array.from({length: count + 1}, (_, index) => ({
      create: {_id: `d${index}`, _type: 'post'},
    }))
    const response = await app.fetch(
      new Request('http://localhost/v1/data/mutate/source', {
        method: 'POST',
        body: JSON.stringify({mutations}),
      }),
    )
    expect(response.status).toBe(200)
    const copy = datasets.copy({
      source,
      target,
      skipHistory: false,
      skipContentReleases: false,
      onProgress: () => datasets.delete(source),
    })
    await expect(copy).rejects.toThrow('The dataset "source" was deleted')
    expect(datasets.get(target)).toBeUndefined()
  },
)
