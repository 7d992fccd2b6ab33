import { headers } from 'next/headers'
export default async function Page() {
  await headers()
  return (
    <main>
      <h1>La Bobine</h1>
    </main>
  )
}
