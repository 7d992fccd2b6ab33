/** What we use of it; the package brings no types. */
declare module '@echogarden/espeak-ng-emscripten' {
  type Speaker = {
    set_voice: (name: string) => void
    /** Words a minute. */
    set_rate: (wordsPerMinute: number) => void
    /** Calls `take` for each piece of sound (22.05 kHz, one channel) until it answers true. */
    synthesize: (text: string, take: (piece: Int16Array) => boolean) => void
  }
  const make: () => Promise<{ eSpeakNGWorker: new () => Speaker | Promise<Speaker> }>
  export default make
}
