import {booleanContains} from '@turf/boolean-contains'
import {booleanIntersects} from '@turf/boolean-intersects'
import {distance} from '@turf/distance'
import {type Geometry, geometryOf, pointOf} from './geometry.ts'
import type {Native} from './nativeCall.ts'

/** Radius of the earth at the equator, by which the hosted service calculates distances. */
const earthMeters = 6_378_137

/**
 * GROQ's functions for geography. All of them return `null` for what is not a geometry.
 *
 * `contains` and `intersects` treat longitude and latitude as a plane. The hosted service uses a sphere, so
 * edges of hundreds of kilometers differ.
 */
export const geoFunctions = {
  geo: ([value]) => geometryOf(value) ?? null,
  latLng: ([latitude, longitude]) => pointOf(latitude, longitude) ?? null,
  distance: both((left, right) => {
    if (left.type !== 'Point' || right.type !== 'Point') return null
    return distance(left, right, {units: 'radians'}) * earthMeters
  }),
  contains: both((container, inner) =>
    partsOf(inner).every((part) => partsOf(container).some((whole) => containsPart(whole, part))),
  ),
  intersects: both((left, right) => booleanIntersects(left, right)),
} satisfies Record<string, Native>

function both(evaluate: (left: Geometry, right: Geometry) => number | boolean | null): Native {
  return ([first, second]) => {
    const [left, right] = [geometryOf(first), geometryOf(second)]
    return left && right ? evaluate(left, right) : null
  }
}

type Part = Extract<Geometry, {type: 'Point' | 'LineString' | 'Polygon'}>

function partsOf(geometry: Geometry): Part[] {
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({type: 'Point', coordinates}))
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({type: 'LineString', coordinates}))
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({type: 'Polygon', coordinates}))
    default:
      return [geometry]
  }
}

/** `booleanContains` throws if the outer one has fewer dimensions. */
function containsPart(outer: Part, inner: Part): boolean {
  if (outer.type === 'Point' && inner.type !== 'Point') return false
  if (outer.type === 'LineString' && inner.type === 'Polygon') return false
  return booleanContains(outer, inner)
}
