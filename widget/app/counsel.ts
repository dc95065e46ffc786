/** Takes a code that a camera read out of the address: it stood behind the # and so went to no server; now it goes from there too. */
export function takeCode(field: HTMLInputElement): void {
  const code = location.hash.slice(1)
  if (code === '') return
  field.value = code.slice(0, 60)
  history.replaceState(null, '', location.pathname)
  field.form?.querySelector('button')?.focus()
}
