// The player in a frame on another site (app/_public/embed-page.ts). It keeps nothing, and asks for nothing before one
// presses; without it the browser's own player is there.
const audio = document.querySelector('audio')
const main = document.querySelector('main')
const length = Number(main.dataset.length)
const [play, at, place, said] = ['play', 'at', 'place', 'said'].map((id) => document.getElementById(id))
const chapters = [...document.querySelectorAll('[data-at]')]
const two = (count) => String(count).padStart(2, '0')

function clock(seconds) {
  const whole = Math.floor(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

function show(event) {
  const time = audio.currentTime
  play.textContent = audio.paused ? 'Écouter' : 'Pause'
  play.toggleAttribute('data-plays', !audio.paused)
  at.textContent = clock(time)
  if (document.activeElement !== place || event?.type !== 'timeupdate') place.value = time
  place.setAttribute('aria-valuetext', `${clock(time)} sur ${clock(length)}`)
  const heard = chapters.findLast((one) => Number(one.dataset.at) <= time + 0.1)
  for (const one of chapters) {
    if (one === heard && time > 0) one.setAttribute('aria-current', 'true')
    else one.removeAttribute('aria-current')
  }
  const words = audio.error ? trouble() : event?.type === 'waiting' ? 'Le son arrive…' : ''
  if (said.textContent !== words) said.textContent = words
}

function trouble() {
  if (!navigator.onLine) return 'Pas de réseau. Touchez à nouveau Écouter quand il revient.'
  return 'Le son ne vient pas. Vérifiez le réseau, puis touchez à nouveau Écouter.'
}

function seek(to) {
  audio.currentTime = Math.min(Math.max(0, to), length)
  show()
}

function start() {
  // After an error the element asks again only when it is told to.
  if (audio.error) {
    const time = Number(place.value)
    audio.load()
    audio.currentTime = time
  }
  audio.play().catch(() => show())
}

play.addEventListener('click', () => (audio.paused ? start() : audio.pause()))
place.addEventListener('input', () => seek(Number(place.value)))
for (const button of document.querySelectorAll('[data-jump]'))
  button.addEventListener('click', () => seek(audio.currentTime + Number(button.dataset.jump)))
for (const one of chapters) {
  one.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    seek(Number(one.dataset.at))
    start()
  })
}
for (const name of ['play', 'playing', 'pause', 'timeupdate', 'seeked', 'waiting', 'error', 'ended'])
  audio.addEventListener(name, show)

audio.controls = false
audio.hidden = true
document.getElementById('controls').hidden = false
if (Number(main.dataset.start) > 0) audio.currentTime = Number(main.dataset.start)
show()
