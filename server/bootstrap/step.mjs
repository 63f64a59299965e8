/** Does something that may take long: silent within a second, then says what it is and every ten seconds that it goes on. */
export async function step(label, work) {
  const begun = Date.now()
  const seconds = () => Math.round((Date.now() - begun) / 1000)
  let said = false
  const first = setTimeout(() => {
    said = true
    console.error(`${label} …`)
  }, 1000)
  const again = setInterval(() => console.error(`${label} … ${seconds()} s`), 10_000)
  try {
    return await work()
  } finally {
    clearTimeout(first)
    clearInterval(again)
    if (said) console.error(`${label} took ${seconds()} s.`)
  }
}
