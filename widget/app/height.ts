/** Tells the page around the frame how high the content is; in a page of its own it does nothing. */
export function reportHeight(): void {
  if (window.parent === window) return
  const report = () => {
    const height = document.body.scrollHeight
    window.parent.postMessage({ hessenlotse: 'height', height }, '*')
  }
  new ResizeObserver(report).observe(document.body)
  report()
}
