/** What this device remembers under a name; null for nothing, and in a browser that forbids storage. */
export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Remembers a value on this device, or forgets it (null). A browser that forbids storage forgets everything. */
export function writeKept(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    return
  }
}
