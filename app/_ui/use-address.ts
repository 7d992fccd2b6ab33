import { useEffect, useState } from 'react'

/** Where the browser finds a sound or a picture of this device, while it is shown; null for none. */
export function useAddress(shown: Blob | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!shown) return setAddress(null)
    const made = URL.createObjectURL(shown)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [shown])
  return address
}
