import {z} from 'zod'
import {isObject} from '../../json.ts'
import {hasCrossings} from './crossings.ts'

const number = z.number()
/** Longitude, latitude and perhaps an altitude, as in GeoJSON. */
const position = z.array(number).min(2).max(3)
const line = z.array(position).min(2)
const ring = z.array(position).min(4).refine(isClosed)
const polygon = z
  .array(ring)
  .min(1)
  .refine((rings) => !hasCrossings(rings))

const geometry = z.discriminatedUnion('type', [
  z.object({type: z.literal('Point'), coordinates: position}),
  z.object({type: z.literal('MultiPoint'), coordinates: z.array(position)}),
  z.object({type: z.literal('LineString'), coordinates: line}),
  z.object({type: z.literal('MultiLineString'), coordinates: z.array(line)}),
  z.object({type: z.literal('Polygon'), coordinates: polygon}),
  z.object({type: z.literal('MultiPolygon'), coordinates: z.array(polygon)}),
])

/** A geometry of GeoJSON. */
export type Geometry = z.infer<typeof geometry>

/** Each geometry of a document is checked once, not once for each query: a country has thousands of points. */
const checked = new WeakMap<object, Geometry | {type: 'invalid'}>()

/**
 * Reads GeoJSON, or a point as `{lat, lng}` such as a `geopoint`. Returns undefined for anything else, for
 * a ring that is not closed, and for a polygon that intersects itself.
 */
export function geometryOf(value: unknown): Geometry | undefined {
  if (!isObject(value)) return undefined
  const cached = checked.get(value) ?? check(value)
  checked.set(value, cached)
  return cached.type === 'invalid' ? undefined : cached
}

/** Returns a point, or undefined if a value is not a number. */
export function pointOf(latitude: unknown, longitude: unknown): Geometry | undefined {
  const {data} = position.safeParse([longitude, latitude])
  return data && {type: 'Point', coordinates: data}
}

function check(value: Record<string, unknown>): Geometry | {type: 'invalid'} {
  const {lat, lng, lon} = value
  const invalid = {type: 'invalid' as const}
  if (lat === undefined) return geometry.safeParse(value).data ?? invalid
  const isAmbiguous = lng !== undefined && lon !== undefined
  return (isAmbiguous ? undefined : pointOf(lat, lng ?? lon)) ?? invalid
}

function isClosed(points: readonly (readonly number[])[]): boolean {
  const [first, last] = [points[0], points.at(-1)]
  return first?.[0] === last?.[0] && first?.[1] === last?.[1]
}
