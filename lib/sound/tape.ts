/** Numbers as they come, kept compactly: five hours of waveform are fifteen megabytes. */
export class Tape {
  length = 0
  private values = new Float32Array(1024)

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Float32Array(2 * this.length)
      longer.set(this.values)
      this.values = longer
    }
    this.values[this.length++] = value
  }

  cut(): Float32Array {
    return this.values.slice(0, this.length)
  }
}
