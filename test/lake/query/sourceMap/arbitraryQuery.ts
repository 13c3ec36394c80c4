import fc from 'fast-check'
import type {StoredDocument} from '../../../../lake/document.ts'

/**
 * Generated documents and queries of the kinds that blogs and communities have. Every text is unique in
 * the dataset, so that a result shows which field it came from.
 */

const postIds = ['post-a', 'post-b', 'drafts.post-b', 'drafts.post-c', 'versions.r.post-a']
const authorIds = ['author-a', 'drafts.author-a', 'author-b']
const groupIds = ['group-a', 'versions.r.group-a']

const times = {_rev: 'r', _createdAt: '2024-01-01T00:00:00Z', _updatedAt: '2024-01-02T00:00:00Z'}
const referenceTo = (...ids: string[]) =>
  fc.record({_type: fc.constant('reference'), _ref: fc.constantFrom(...ids, 'nowhere')})
const plain = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  arbitrary.map((value) => structuredClone(value))
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, {nil: undefined})
/** Replaced by a text of its own in each document. */
const text = fc.constant('text')
/** Unique in their array: the client itself finds an item by its key. */
const keyed = (item: Record<string, fc.Arbitrary<unknown>>, maxLength: number) =>
  fc.uniqueArray(fc.record({_key: fc.constantFrom('k1', 'k2', "k'3", 'k4'), ...item}), {
    maxLength,
    selector: ({_key}) => _key,
  })

const post = fc.record({
  title: optional(text),
  slug: fc.record({_type: fc.constant('slug'), current: text}),
  n: fc.constantFrom(1, 2, 3, null),
  isPinned: fc.boolean(),
  tags: optional(fc.array(text, {maxLength: 3})),
  hero: optional(
    fc.record({
      _type: fc.constant('image'),
      alt: text,
      "it's": text,
      meta: fc.record({deep: text}),
    }),
  ),
  author: optional(referenceTo('author-a', 'author-b')),
  related: fc.array(referenceTo('post-a', 'post-b', 'post-c'), {maxLength: 3}),
  body: keyed(
    {
      _type: fc.constantFrom('block', 'callout'),
      style: fc.constantFrom('h1', 'normal'),
      children: keyed({_type: fc.constant('span'), text}, 2),
    },
    3,
  ),
})
const author = fc.record({name: text, bio: optional(text), group: optional(referenceTo('group-a'))})
const group = fc.record({name: text, lead: optional(referenceTo('author-a'))})

/** Gives each text its place as its value, which occurs only once. */
function withUniqueTexts(value: unknown, place: string): unknown {
  if (value === 'text') return place
  if (Array.isArray(value)) return value.map((item, at) => withUniqueTexts(item, `${place}/${at}`))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [name, withUniqueTexts(item, `${place}/${name}`)]),
  )
}

const documentOf = (_id: string, _type: string, fields: fc.Arbitrary<object>) =>
  plain(fields).map((value): StoredDocument => {
    const attributes = withUniqueTexts(value, _id)
    return {...times, ...(typeof attributes === 'object' && attributes), _id, _type}
  })

export const arbitraryDocuments: fc.Arbitrary<StoredDocument[]> = fc
  .tuple(
    ...postIds.map((id) => optional(documentOf(id, 'post', post))),
    ...authorIds.map((id) => optional(documentOf(id, 'author', author))),
    ...groupIds.map((id) => optional(documentOf(id, 'group', group))),
  )
  .map((documents) => documents.filter((document) => document !== undefined))

const condition = fc.constantFrom(
  '_type == "post"',
  '_type == "post" && defined(hero)',
  '_type in ["post", "author"]',
  'n > 1',
  '_type == "post" && n in [1, 2] || isPinned',
  '_id in *[_type == "post"].author._ref',
  'references("author-a")',
  '_type == $type',
)
const order = fc.constantFrom(
  ' | order(n desc)',
  ' | order(title asc, _id desc)',
  ' | order(coalesce(n, 5) asc)',
  ' | order(author->name desc)',
  '',
)
const slice = fc.constantFrom('[0]', '[-1]', '[0..1]', '[0...2]', '[1..-1]', '[-2..-1]', '')

/** Expressions on a post, or on another document that has only some of the fields. */
const values = [
  'title',
  'name',
  'slug.current',
  'hero.meta.deep',
  'hero["it\'s"]',
  '@',
  '@.title',
  'tags',
  'tags[0]',
  'tags[-1]',
  'tags[1..2]',
  'tags[@ != ^.title]',
  'tags + tags',
  'tags | order(@ desc)',
  'array::unique(tags + tags)',
  'array::compact([title, null])',
  'body',
  'body[0]',
  'body[_type == "block"]',
  'body[].children',
  'body[].children[].text',
  'body[style == "h1"][0].children[0].text',
  'body[_key == "k2"]{..., "k": _key}',
  'body | order(_key desc)',
  'body[]{"t": children[].text, "up": ^.title}',
  'body[].children[]{"up": ^.title, "upper": ^.^.name}',
  'body[]{children[]{text}}',
  'author->',
  'author->name',
  'author->group->lead->name',
  'author->{name, "of": ^.title}',
  'related[]->',
  'related[]->title',
  'related[]->{title, author->{name}}',
  'related[0]->tags',
  'hero + {"x": title}',
  '{...}',
  '{...hero}',
  '^.title',
  '^.^.title',
  '[title, ...tags, n]',
  'upper(title)',
  'count(tags)',
  '"literal"',
  '$type',
  '[1, "two"]',
  'null',
  'title + "!"',
  '*[_type == "author"]',
  '*[_type == "post" && references(^._id)]{title}',
  '(title)',
  '*[_id == ^.author._ref][0].name',
  '*[_type == "group"][0]{name, "t": ^.title}',
  'select(n > 2 => title, isPinned => hero.alt, "none")',
  '*[_type == "post" && n == ^.n] | order(_id desc)[0...2]{title, "same": ^.title}',
  '*[_type == "author"]{name} | order(name desc)[0].name',
]

const {attributes} = fc.letrec<{attributes: string; attribute: string; value: string}>((tie) => ({
  attributes: fc
    .array(tie('attribute'), {minLength: 1, maxLength: 4})
    .map((list) => `{${list.join(', ')}}`),
  attribute: fc.oneof(
    {maxDepth: 4},
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'title',
        'name',
        'tags',
        'hero',
        'n',
        '_id',
        '_type',
        'slug',
        '...',
      ),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom('a', 'b', 'title', "it's"), tie('value'))
        .map(([name, value]) => `"${name}": ${value}`),
    },
    fc.tuple(fc.constantFrom('hero', 'slug'), tie('attributes')).map(([a, b]) => `${a}${b}`),
    tie('attributes').map((inner) => `author->${inner}`),
    tie('attributes').map((inner) => `body[]${inner}`),
    tie('attributes').map((inner) => `n > 1 => ${inner}`),
    tie('value').map((value) => `_type == "post" => {"c": ${value}}`),
    fc.constantFrom('...hero', '...author->', '...{"d": title}', 'isPinned => {...}'),
  ),
  value: fc.oneof(
    {maxDepth: 4},
    {
      weight: 4,
      arbitrary: fc.constantFrom(...values),
    },
    fc.tuple(tie('value'), tie('value')).map(([a, b]) => `coalesce(${a}, ${b})`),
    fc.tuple(tie('value'), tie('value')).map(([a, b]) => `select(n == 2 => ${a}, ${b})`),
    fc.tuple(tie('value'), tie('value')).map(([a, b]) => `[${a}, ${b}]`),
    tie('attributes').map((inner) => `*[_type == "author"]${inner}`),
    tie('attributes').map((inner) => `related[]->${inner}`),
    tie('attributes'),
  ),
}))

export const parameters = {type: 'post'}

export const arbitraryQuery: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(condition, order, slice, attributes)
      .map(([where, by, part, inner]) => `*[${where}]${by}${part}${inner}`),
  },
  fc.tuple(condition, order, slice).map(([where, by, part]) => `*[${where}]${by}${part}`),
  fc.tuple(condition, slice, attributes).map(([where, part, inner]) => {
    return `*[${where}]${inner} | order(title desc, n asc)${part}`
  }),
  fc
    .tuple(condition, attributes)
    .map(([where, inner]) => `*[${where}]${inner}[n > 1 || a != null]`),
  fc.tuple(condition, attributes).map(([where, inner]) => `*[${where}] | score(n > 1) ${inner}`),
  fc.tuple(attributes, attributes).map(([a, b]) => {
    return `{"posts": *[_type == "post"] | order(n desc)${a}, "first": *[_type == "author"][0]${b}}`
  }),
  fc
    .tuple(
      condition,
      fc.constantFrom('title', 'tags', 'tags[]', 'body[].children[].text', 'author->name'),
    )
    .map(([where, path]) => `*[${where}].${path}`),
  condition.map((where) => `count(*[${where}])`),
)
