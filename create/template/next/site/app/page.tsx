import {redirect} from 'next/navigation'
import {defaultPagePath} from 'touchpoints'

/** The Studio opens the meetings below this path. */
export default function Home() {
  redirect(defaultPagePath)
}
