import {describe, expect, test} from 'vitest'
import {QuerySyntaxFault} from '../../../lake/faults.ts'
import {compileQuery} from '../../../lake/query/compileQuery.ts'
import {evaluateGroq, untimed} from '../support/groq.ts'

const square = '{"type": "Polygon", "coordinates": [[[0,0],[4,0],[4,4],[0,4],[0,0]]]}'
const bow = '{"type": "Polygon", "coordinates": [[[0,0],[4,4],[4,0],[0,4],[0,0]]]}'
const oslo = {_id: 'oslo', _type: 'place', location: {_type: 'geopoint', lat: 59.91, lng: 10.75}}
const paris = {_id: 'paris', _type: 'place', location: {_type: 'geopoint', lat: 48.86, lng: 2.35}}

describe('geography', () => {
  test.each([
    ['geo({"lat": 1, "lng": 2, "alt": 3})', {type: 'Point', coordinates: [2, 1]}],
    [
      'geo({"type": "Point", "coordinates": [2, 1], "other": 1})',
      {type: 'Point', coordinates: [2, 1]},
    ],
    ['geo({"lat": 1})', null],
    ['geo({"lat": 1, "lng": 2, "lon": 2})', null],
    [`geo(${bow})`, null],
    ['geo(null)', null],
    ['geo::latLng(1, 2)', {type: 'Point', coordinates: [2, 1]}],
    ['geo::latLng("1", 2)', null],
    [`geo::contains(${square}, geo::latLng(1, 1))`, true],
    [`geo::contains(${square}, geo::latLng(5, 1))`, false],
    [`geo::contains(geo::latLng(1, 1), ${square})`, false],
    [`geo::contains(${square}, {"type": "MultiPoint", "coordinates": [[1,1],[9,9]]})`, false],
    [`geo::intersects(${square}, {"type": "LineString", "coordinates": [[1,1],[9,9]]})`, true],
    [`geo::intersects(${square}, {"type": "LineString", "coordinates": [[8,8],[9,9]]})`, false],
    ['geo::distance(geo::latLng(0, 0), geo::latLng(0, 0))', 0],
    [`geo::distance(${square}, geo::latLng(0, 0))`, null],
    ['"geo(" + "x)"', 'geo(x)'],
    ['{"a":geo({"lat": 1, "lng": 2})}.a.type', 'Point'],
    ['{"a":geo({"lat": 1, "lng": 2}).type}', {a: 'Point'}],
    [
      "{'a':'it\\'s :geo(x)', \"b\":geo // geo(y)\n ({'lat': 1, 'lng': 2}).type}",
      {a: "it's :geo(x)", b: 'Point'},
    ],
    ['[1][@ == geo::distance(1, 2)] // geo(', []],
  ])('%s is %j', (query, expected) => {
    expect(evaluateGroq(query).result).toEqual(expected)
  })

  test('sorts places by their distance', () => {
    const near = '*[_type == "place"] | order(geo::distance(geo(location), geo::latLng(50, 3)))._id'
    const {result, dependencies} = evaluateGroq(near, [oslo, paris])
    expect(result).toEqual(['paris', 'oslo'])
    expect(dependencies.everything).toBe(false)
  })

  test.each([
    [
      'that touches itself',
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 0],
        [0, 4],
        [0, 0],
      ],
      null,
    ],
    [
      'with a crossing far from its start',
      [
        [0, 0],
        [9, 0],
        [9, 5],
        [8, 4],
        [9, 4],
        [8, 5],
        [0, 5],
        [0, 0],
      ],
      null,
    ],
    [
      'that is higher than wide',
      [
        [0, 0],
        [1, 0],
        [1, 50],
        [0, 50],
        [0, 0],
      ],
      'Polygon',
    ],
  ])('a polygon %s is simple or nothing', (_, ring, expected) => {
    const area = JSON.stringify({type: 'Polygon', coordinates: [ring]})
    expect(evaluateGroq(`geo(${area}).type`).result).toBe(expected)
  })

  test('a hole that crosses the border makes a polygon invalid', () => {
    const hole = (x: number) => [
      [x, 1],
      [x + 2, 1],
      [x + 2, 2],
      [x, 1],
    ]
    const area = (x: number) =>
      JSON.stringify({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [4, 0],
            [4, 4],
            [0, 0],
          ],
          hole(x),
        ],
      })
    expect(evaluateGroq(`geo(${area(1.5)}).type`).result).toBe('Polygon')
    expect(evaluateGroq(`geo(${area(3)}).type`).result).toBeNull()
  })

  test('the border of a country has 20,000 points, and comparing each with each would take a minute', () => {
    const points = Array.from({length: 20_000}, (_, n) => {
      const angle = (n / 20_000) * 2 * Math.PI
      const radius = 1 + 0.001 * Math.sin(n)
      return [radius * Math.cos(angle), radius * Math.sin(angle)]
    })
    const area = {type: 'Polygon', coordinates: [[...points, points[0]]]}
    const {result} = evaluateGroq('*[0]{"type": geo(area).type}', [
      {_id: 'no', _type: 'country', area},
    ])
    expect(result).toEqual({type: 'Polygon'})
  })

  test.each([
    ['geo({}, {})', 0],
    ['geo::distance({})', 0],
    ['geo({}) + geo({}) ]', 17],
    ['other::geo({})', 0],
    ['other:: geo({})', 0],
  ])('in %s reports an error at its position in the query of the client', (query, start) => {
    const compile = () => compileQuery(query, {}, untimed)
    expect(compile).toThrow(QuerySyntaxFault)
    expect(compile).toThrow(expect.objectContaining({start}))
  })
})
