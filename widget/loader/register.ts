import { createElement } from './element.ts'

/** Registers the element once, whichever page loads the script however often. */
const script = document.currentScript
if (script instanceof HTMLScriptElement && !customElements.get('hessen-lotse')) {
  customElements.define('hessen-lotse', createElement(new URL(script.src).origin))
}
