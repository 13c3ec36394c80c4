import {apiVersion} from '@touchpoints/schemas/defaults'
import {afterAll, describe, expect, test} from 'vitest'
import {createLake} from '../../../lake/index.ts'
import {compileQuery} from '../../../lake/query/compileQuery.ts'
import {isBoundedFilter} from '../../../lake/query/isBoundedFilter.ts'
import {evaluateGroq, untimed} from '../support/groq.ts'

const span = (text: string) => ({_type: 'span', _key: 'k', text, marks: ['strong']})
const documents = [
  {
    _id: 'glass',
    _type: 'product',
    title: 'Red wine glass',
    tags: ['Crystal', 'crystal-clear'],
    body: [{_type: 'block', style: 'normal', children: [span('Blown by hand in Zürich 🎉')]}],
  },
  {_id: 'cup', _type: 'product', title: 'Plastic cup', note: 'Red, unlike wine; glass-free'},
  {_id: 'tokyo', _type: 'place', title: '東京タワー', n: 3},
  {_id: 'empty', _type: 'place'},
]

function found(left: string, search: string): unknown {
  const query = `*[${left} match text::query($search)]._id`
  return evaluateGroq(query, documents, {search}).result
}

describe('a text search', () => {
  test.each([
    ['red', ['cup', 'glass']],
    ['RED Wine', ['cup', 'glass']],
    ['red crystal', ['glass']],
    ['win', []],
    ['win*', ['cup', 'glass']],
    ['"wine glass"', ['cup', 'glass']],
    ['"red wine"', ['glass']],
    ['wine -plastic', ['glass']],
    ['wine -"red wine"', ['cup']],
    ['-red', ['tokyo']],
    ['zürich', ['glass']],
    ['zür*', ['glass']],
    ['rich', []],
    ['🎉', ['glass']],
    ['東京', ['tokyo']],
    ['crystal-clear', ['glass']],
    ['(a+)+$', []],
    ['"wine', ['cup', 'glass']],
    ['*', ['cup', 'glass', 'tokyo']],
    ['', ['cup', 'glass', 'tokyo']],
    ['strong', []],
    ['normal', []],
    ['product', []],
  ])('for %s finds %j in the texts of whole documents', (search, ids) => {
    expect(found('@', search)).toEqual(ids)
  })

  test.each([
    ['title', 'red', ['glass']],
    ['tags', 'crystal', ['glass']],
    ['[title, note]', 'red plastic', ['cup']],
    ['body[].children[].text', 'hand', ['glass']],
    ['[@, _id]', 'tokyo', ['tokyo']],
    ['missing', '*', []],
    ['n', '3', []],
  ])('in %s for %s finds %j', (left, search, ids) => {
    expect(found(left, search)).toEqual(ids)
  })

  test('without a string matches nothing, as with any other operand of a wrong type', () => {
    expect(evaluateGroq('*[@ match text::query(3)]._id', documents).result).toEqual([])
  })

  test('scores more occurrences and boosted fields higher, and looks into parentheses', () => {
    const query = `*[_type == "product"] | score(
      boost(_type in ["product"] && title match text::query($q), 10),
      ([@, _id] match text::query($q) || references($q))
    )[_score > 0]{_id, _score} | order(_score desc)`
    const {result} = evaluateGroq(query, documents, {q: 'red'})
    expect(result).toEqual([
      {_id: 'glass', _score: 13},
      {_id: 'cup', _score: 1},
    ])
    const twice = {_id: 'twice', _type: 'product', title: 'red red'}
    const scored = evaluateGroq('* | score(title match text::query("red"))[_score > 0]._id', [
      ...documents,
      twice,
    ])
    expect(scored.result).toEqual(['twice', 'glass'])
  })

  test('of a Studio reads only the types it names, because the index still applies', () => {
    const list =
      '*[_type in $types && ([@, _id] match text::query($q) || references($raw)) && (n > 1)]'
    const {result, dependencies} = evaluateGroq(`${list}{_id}`, documents, {
      types: ['place'],
      q: '*',
      raw: '',
    })
    expect(result).toEqual([{_id: 'tokyo'}])
    expect(dependencies.everything).toBe(false)
    const references =
      '*[(_type == "place" && title match text::query($q)) || (_type == "guest" && name match text::query($q))][0...1000]._id'
    expect(evaluateGroq(references, documents, {q: '東*'})).toMatchObject({
      result: ['tokyo'],
      dependencies: {everything: false},
    })
  })

  test('takes time in proportion to the text, so a filter with one is not run without a limit', () => {
    const {tree} = compileQuery('*[title match text::query("red")]', {}, untimed)
    expect(isBoundedFilter(tree)).toBe(false)
  })
})

describe('over HTTP', () => {
  const lake = createLake({file: ':memory:', projectId: 'local', dataset: 'production'})
  afterAll(() => lake.close())
  lake.import([{file: 'd', text: documents.map((one) => JSON.stringify(one)).join('\n')}])
  const send = async (query: string, params: object = {}) => {
    const body = JSON.stringify({query, params})
    const url = `http://localhost/v${apiVersion}/data/query/production`
    const response = await lake.fetch(new Request(url, {method: 'POST', body}))
    return {status: response.status, body: await response.json()}
  }

  test('the list of a Studio has results, because the lake answers its default search', async () => {
    const query = `// findability-mvi:5
*[_type in $__types] | score(([@, _id] match text::query($__query) || references($__rawQuery))) [_score > 0] {_type, _id, _originalId, "orderings": [_score]} | order(orderings[0] desc) [0...$__limit]`
    const params = {__types: ['product'], __query: '*', __rawQuery: '', __limit: 101}
    const {status, body} = await send(query, params)
    expect(status).toBe(200)
    expect(body).toMatchObject({result: [{_id: 'cup'}, {_id: 'glass'}]})
  })

  test('the search of Studio 5 in 3,000 fields has results, because it is one long query', async () => {
    const fields = Array.from(
      {length: 3_000},
      (_, index) => `page.sections[].columns[].block${index}.text match $t0`,
    )
    const query = `*[_type in $__types && (_id match $t0 || ${fields.join(' || ')})]._id`
    expect(query.length).toBeGreaterThan(150_000)
    const {status, body} = await send(query, {__types: ['product'], t0: 'cup*'})
    expect(status).toBe(200)
    expect(body).toMatchObject({result: ['cup']})
  })

  test('a function that the lake lacks is a parse error, as an unknown function is', async () => {
    expect(await send('* | score(text::semanticSimilarity("x"))')).toMatchObject({
      status: 400,
      body: {
        error: {
          type: 'queryParseError',
          start: 10,
          description: expect.stringContaining('text::semanticSimilarity()'),
        },
      },
    })
  })
})
