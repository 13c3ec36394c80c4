/** The program of `embed.js`: one script tag that puts an element where it stands. */
import {defineElements} from './defineElements.ts'
import {embedElement} from './embedElement.ts'

defineElements()
embedElement(document.currentScript)
