import { encode } from 'uqr'
import { type Html, html } from '../../../widget/view/html.ts'

/** Light modules around the code, which readers need (ISO/IEC 18004). */
const margin = 4

/** A text, mostly an address, as a code for cameras; `label` says to everybody else what it leads to. */
export function qrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: margin })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${dark.join('')}"/></svg>`
}
