/**
 * The volume of an audio element, 0 to 4, through the browser's mixer: its own volume goes no higher than 1,
 * and phones do not let a page change it. Opened by the first press on play, as browsers ask.
 */
export function openGain(element: HTMLAudioElement): { set: (factor: number) => void; close: () => void } {
  const mixer = new AudioContext()
  const gain = mixer.createGain()
  mixer.createMediaElementSource(element).connect(gain).connect(mixer.destination)
  void mixer.resume()
  return {
    set: (factor) => gain.gain.setTargetAtTime(factor, mixer.currentTime, 0.01),
    close: () => void mixer.close(),
  }
}
