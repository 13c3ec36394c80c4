import {readSnapshot} from 'touchpoints/feeds'

import {loader} from '../loader.js'

/** The merged calendar as of this build. */
export default function snapshot() {
  return readSnapshot(loader)
}
