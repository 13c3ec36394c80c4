import type {Moment} from './momentText.ts'

/** Writes moments as the value of an attribute: `start/end start/end`. */
export function momentList(moments: readonly Moment[]): string {
  return moments.map(({start, end}) => `${start}/${end}`).join(' ')
}

/** Reads the moments of an attribute. */
export function readMoments(text: string): Moment[] {
  return text.split(' ').flatMap((each) => {
    const [start = '', end = ''] = each.split('/')
    return start ? [{start, end}] : []
  })
}
