import {loader} from '../loader.js'

/** All sessions, for a page each. */
export default async function touchpoints() {
  const {data} = await loader.touchpoints({limit: 10_000})
  return data
}
