import type {Attack} from '../attack.ts'
import {statusOf} from '../request.ts'

const queries: Readonly<Record<string, {query: string; params?: Record<string, unknown>}>> = {
  'a match with many stars': {query: `"${'a'.repeat(60)}" match "${'*a'.repeat(24)}*b"`},
  'a match with stars on every document': {
    query: `*[name match "${'*a'.repeat(20)}*b" || title match "${'*e'.repeat(20)}*z"]`,
  },
  'a sum of 50,000': {query: Array.from({length: 50_000}, () => '1').join('+')},
  'a self join': {query: '*[count(*[references(^._id)]) > count(*[_id < ^._id])]{"n": count(*)}'},
  'a self join in three levels': {query: '*{"a": *{"b": *{"c": count(*[_type == ^.^._type])}}}'},
  'brackets in brackets': {query: `${'('.repeat(20_000)}1${')'.repeat(20_000)}`},
  'arrays in arrays': {query: `${'['.repeat(20_000)}${']'.repeat(20_000)}`},
  'projections in projections': {query: `*${'{"a": @'.repeat(2000)}${'}'.repeat(2000)}`},
  'not, 50,000 times': {query: `${'!'.repeat(50_000)}true`},
  'a long filter': {
    query: `*[${Array.from({length: 20_000}, (_, n) => `_id == "${n}"`).join(' || ')}]`,
  },
  'a huge range': {query: '*[0...9007199254740991]'},
  'an order by everything': {
    query: `*|order(${Array.from({length: 2000}, () => '_id').join(',')})`,
  },
  'a huge parameter': {query: '$a', params: {a: 'x'.repeat(20_000_000)}},
  'many parameters': {
    query: '*[_id in $a]',
    params: {a: Array.from({length: 500_000}, (_, n) => `id-${n}`)},
  },
  'a string that doubles': {
    query: `"${'x'.repeat(1000)}"${`+"${'x'.repeat(1000)}"`.repeat(5000)}`,
  },
  'a split into letters': {query: 'string::split($a, "")', params: {a: 'x'.repeat(3_000_000)}},
  'no GROQ': {query: '*[_type ==='},
}

/** Queries of a stranger: on a lake without tokens, and without a token on a lake with tokens. */
export const queryAttacks: Attack[] = Object.entries(queries).flatMap(
  ([name, {query, params = {}}]) =>
    (['lakeUrl', 'guardedLakeUrl'] as const).map((lake): Attack => ({
      kind: 'query',
      name: lake === 'lakeUrl' ? name : `${name}, without a token`,
      run: ({product, signal}) =>
        statusOf(`${product[lake]}/v1/data/query/production`, {
          method: 'POST',
          headers: {'content-type': 'application/json'},
          body: JSON.stringify({query, params}),
          signal,
        }),
    })),
)
