// Links of the pages' texts lead to pages of this very app. Left alone, Streamlit would open each in a new tab,
// in a session of its own; here they are followed in place. A link opened with a modifier key stays the browser's.
export default function (component) {
  const { setTriggerValue } = component
  const follow = (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.composedPath().find((node) => node.tagName === "A")
    const address = link?.getAttribute("href") ?? ""
    if (!/^[a-z]*\?/.test(address)) return
    event.preventDefault()
    // Nor by another of these: the script runs anew where the theme changes.
    event.stopImmediatePropagation()
    if (address.startsWith("copy?")) copy(link, ...address.slice(4).split("#"))
    else setTriggerValue("followed", address)
  }
  document.addEventListener("click", follow, true)

  // The link itself says, for a moment, that it is done. Where a browser does not let it, the address is shown.
  const copy = async (link, query, done) => {
    const label = link.textContent
    const address = new URL(query, location.href).href
    try {
      await navigator.clipboard.writeText(address)
    } catch {
      window.prompt(label, address)
      return
    }
    link.setAttribute("aria-live", "polite")
    link.textContent = decodeURIComponent(done)
    setTimeout(() => (link.textContent = label), 2000)
  }

  // A server that died took the session along. Where the browser connects anew nobody has drawn the page yet, and
  // the first click would be lost: ask for it to be drawn. All it needs stands in the address.
  const app = document.querySelector('[data-testid="stApp"]')
  const connected = () => app?.dataset.testConnectionState === "CONNECTED"
  let lost = !connected()
  const watch = new MutationObserver(() => {
    if (lost && connected()) setTriggerValue("connected_anew", true)
    lost = !connected()
  })
  if (app) watch.observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] })

  return () => {
    document.removeEventListener("click", follow, true)
    watch.disconnect()
  }
}
