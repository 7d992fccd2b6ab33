/** How the player on other sites looks: the colours of the show, the faces of the device. Fits 180 px of height. */
export const embedLook = `
:root{color-scheme:light dark;--paper:light-dark(#fbf7f0,#171310);--ink:light-dark(#1f1b16,#f6efe4);
--ink-2:light-dark(#554b40,#cdbfae);--border:light-dark(#8a7d6e,#8e7f6f);--brick:light-dark(#a63a1e,#ff9a76);
--pine:light-dark(#1e5b4f,#7fd1bc);--sand:light-dark(#f1e8da,#221c17);--on-fill:light-dark(#fff,#171310)}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.4 system-ui,sans-serif;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
main{padding:.5rem .75rem;border:2px solid var(--border);border-radius:.75rem;min-height:100vh}
p,h1{margin:0}
.show{font-size:.875rem;color:var(--ink-2)}
h1{font-size:1.125rem;line-height:1.25}
a{color:var(--pine);text-underline-offset:.2em}
h1 a{color:inherit;display:inline-block;min-height:1.5rem}
audio{width:100%;margin-top:.5rem}
[hidden]{display:none!important}
.row{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .5rem;margin-top:.375rem}
button,select{font:inherit;color:inherit;min-height:3rem;min-width:3rem;border:2px solid transparent;border-radius:.5rem;
background:none;padding:0 .5rem;font-weight:700;cursor:pointer}
select{border-color:var(--border);background:var(--paper);font-weight:400}
button:hover{background:var(--sand)}
#play{background:var(--brick);color:var(--on-fill);border-radius:2rem;padding:0 1.25rem;min-height:3.5rem}
#play::before{content:"▶" / "";margin-right:.5rem}
#play[data-plays]::before{content:"❚❚" / "";letter-spacing:-.2em;margin-right:.7rem}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.time{font-variant-numeric:tabular-nums;white-space:nowrap}
input{width:100%;height:2.25rem;margin:0;accent-color:var(--brick);cursor:pointer}
summary{min-height:3rem;display:flex;align-items:center;font-weight:700;cursor:pointer}
summary::before{content:"▸" / "";width:1.25rem}
[open]>summary::before{content:"▾" / ""}
ol{list-style:none;margin:0;padding:0}
li a{display:flex;gap:.75rem;min-height:3rem;align-items:center;padding:0 .5rem;border-left:4px solid transparent;
border-top:2px solid var(--sand);color:inherit;text-decoration:none}
li a:hover{background:var(--sand);text-decoration:underline}
[aria-current]{border-left-color:var(--brick)!important;font-weight:700}
.more{display:flex;align-items:center;min-height:3rem}`
