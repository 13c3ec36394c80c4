import {meetingLinks} from '../meeting.ts'
import {readRhythm} from '../rhythm.ts'
import type {Reader} from './reader.ts'

/** Reads the paragraph above the sessions of a page, "Every other Thursday at 10:00 Eastern", into their series. */
export const readOwnRhythm: Reader = (section, context) => {
  const {own, out} = context
  const [id] = own?.ids ?? []
  const rhythm = own?.rhythm
  if (id === undefined || !rhythm || !section.blocks.includes(rhythm.block)) return section.blocks
  const {fact} = rhythm
  const read = readRhythm(fact.text, fact.line, context)
  if (!read) return section.blocks
  const links = meetingLinks(fact, context)
  const defaultLinks = Object.keys(links).length > 0 ? {_type: 'meetingLinks', ...links} : undefined
  out.add('series', own.title, {...read.fields, defaultLinks}, fact.line)
  read.report(id)
  out.verify(fact.line, {
    code: 'uncertain',
    message: `"${rhythm.words}" was read as the rhythm of "${own.title}", the series of the sessions on this page.`,
    document: id,
  })
  return section.blocks.filter((block) => block !== rhythm.block)
}
