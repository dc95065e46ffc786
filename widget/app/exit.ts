import { remember } from './memory.ts'

/** Presses of Escape, within this many milliseconds, that leave the page. */
const presses = 3
const within = 1500

/** Quick exit: wipes what the page holds and puts a harmless page in its place, so that "back" leads nowhere; what is read aloud falls silent at once. */
export function watchExit(): void {
  const link = document.getElementById('exit')
  if (!(link instanceof HTMLAnchorElement)) return
  const leave = () => {
    window.speechSynthesis?.cancel()
    remember(undefined)
    document.body.replaceChildren()
    const view = window.top ?? window
    view.location.replace(link.href)
  }
  link.addEventListener('click', event => {
    event.preventDefault()
    leave()
  })
  let times: number[] = []
  document.addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'Escape') return
    times = [...times.filter(time => timeStamp - time < within), timeStamp]
    if (times.length >= presses) leave()
  })
}
