/** Longest side of what is sent, pixels: a sheet of paper stays readable. */
const SIDE = 1600

/** A photo small enough for a slow network; as it came where the browser cannot read it. */
export async function shrinkPicture(photo: Blob): Promise<Blob> {
  const picture = await createImageBitmap(photo).catch(() => null)
  if (!picture) return photo
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8))
  return smaller ?? photo
}
