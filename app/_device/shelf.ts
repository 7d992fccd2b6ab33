/** The object stores of a shelf, each with its key path. */
type Stores = Readonly<Record<string, string | string[]>>

/** One transaction on a shelf of this device; resolves with the request's result once it is on disk. */
export type Shelf = <T>(
  mode: IDBTransactionMode,
  work: (store: (name: string) => IDBObjectStore) => IDBRequest<T>,
) => Promise<T>

/** A database of this browser, opened at its first use. */
export function openShelf(name: string, stores: Stores): Shelf {
  let opening: Promise<IDBDatabase> | null = null
  const open = () => {
    opening ??= openDatabase(name, stores).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }
  return async (mode, work) => {
    const database = await open()
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(Object.keys(stores), mode, { durability: 'strict' })
      const request = work((store) => transaction.objectStore(store))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  }
}

function openDatabase(name: string, stores: Stores): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(stores))
        request.result.createObjectStore(store, { keyPath })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
