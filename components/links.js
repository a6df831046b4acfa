// Links of the pages' texts lead to pages of this very app. Left alone, Streamlit would open each in a new tab,
// in a session of its own; here they are followed in place. A link opened with a modifier key stays the browser's.
export default function (component) {
  const { setTriggerValue } = component
  const follow = (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.composedPath().find((node) => node.tagName === "A")
    const address = link?.getAttribute("href") ?? ""
    if (!/^[a-z]+\?/.test(address)) return
    event.preventDefault()
    event.stopPropagation()
    setTriggerValue("followed", address)
  }
  document.addEventListener("click", follow, true)
  return () => document.removeEventListener("click", follow, true)
}
