import {keepLegend} from './keepLegend.ts'
import {keepUpToDate} from './keepUpToDate.ts'
import {playOnClick} from './playOnClick.ts'
import {refreshLinks} from './refreshLinks.ts'
import {showYourTimes} from './showYourTimes.ts'
import {zoneSwitch} from './zoneSwitch.ts'

// Everything works without these: they save reloads and add what only the browser knows.
showYourTimes()
playOnClick()
keepLegend()
refreshLinks()
zoneSwitch()
keepUpToDate()
