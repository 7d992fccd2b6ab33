/** Short tones of a count-in, by the device's own mixer: no file, no network. */
export function openTicks(): { tick: (isLast: boolean) => void; close: () => void } {
  const mixer = new AudioContext()
  void mixer.resume()
  return {
    tick: (isLast) => {
      const tone = mixer.createOscillator()
      const gain = mixer.createGain()
      const at = mixer.currentTime
      tone.frequency.value = isLast ? 880 : 660
      gain.gain.setValueAtTime(0.2, at)
      // Without this slope the end of the tone clicks.
      gain.gain.exponentialRampToValueAtTime(0.001, at + 0.12)
      tone.connect(gain).connect(mixer.destination)
      tone.start(at)
      tone.stop(at + 0.13)
    },
    close: () => void mixer.close(),
  }
}
