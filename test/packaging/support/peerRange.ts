import {join} from 'node:path'

import {readManifest, root} from '../../support/workspaces.ts'

export interface PeerRange {
  /** The lowest version that the range accepts. */
  lowest: string
  highestMajor: number
}

/** What `touchpoints` says of a framework that it has an adapter for, written `^1.2.3 || ^2.0.0`. */
export function peerRange(name: string): PeerRange {
  const {peerDependencies} = readManifest(join(root, 'loaders'))
  const versions = String(Object(peerDependencies)[name])
    .split(' || ')
    .map((each) => /^\^(\d+\.\d+\.\d+)$/.exec(each)?.[1])
  const [lowest] = versions
  const highest = versions.at(-1)
  if (!lowest || !highest) throw new Error(`The peer range of ${name} is not written as majors`)
  return {lowest, highestMajor: Number.parseInt(highest, 10)}
}

/** The major that an example of this repository runs on. */
export function exampleMajor(name: string): number {
  const {dependencies} = readManifest(join(root, 'examples', name))
  return Number.parseInt(String(Object(dependencies)[name]), 10)
}
