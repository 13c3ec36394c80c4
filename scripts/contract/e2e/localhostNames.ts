/** Preloaded into the programs of the e2e suite, which reach the lake at `<project>.localhost`. */
import {resolveLocalhostNames} from '../../../lake/cli/redirect/localhostNames.ts'

resolveLocalhostNames()
