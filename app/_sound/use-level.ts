'use client'
import { useEffect, useState } from 'react'
import { barOf, type Heard, heardIn, type Moment, type Room, roomIn, speaksIn } from './hearing.ts'
import { momentMs, openEar } from './microphone-ear.ts'

type Level = {
  bar: number
  /** Null while nobody speaks. */
  heard: Heard | null
  room: Room | null
}
const unheard: Level = { bar: 0, heard: null, room: null }

/** What a microphone hears before anything is recorded: the room first, then the voice. */
export function useLevel(stream: MediaStream): Level {
  const [level, setLevel] = useState<Level>(unheard)
  useEffect(() => {
    const ear = openEar(stream)
    const moments: Moment[] = []
    const timer = setInterval(() => {
      const moment = ear.moment()
      moments.push(moment)
      setLevel(({ room }) => ({
        bar: barOf(moment),
        heard: speaksIn(moments) ? heardIn(moments) : null,
        room: room ?? roomIn(moments),
      }))
      if (moments.length > 60) moments.shift()
    }, momentMs)
    return () => {
      clearInterval(timer)
      void ear.close()
    }
  }, [stream])
  return level
}
