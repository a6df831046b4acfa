// Shrinks a slide until all of it is seen above its controls; a phone, where nothing could be read then, scrolls.
export default function () {
  const slide = document.querySelector(".st-key-slide")
  const controls = document.querySelector(".st-key-slide-controls")
  const hidden = () => {
    const ends = [...slide.querySelectorAll("h1, h2, p, li, td, img")].map((each) => each.getBoundingClientRect().bottom)
    return Math.max(0, ...ends) > controls.getBoundingClientRect().top
  }
  const fit = () => {
    slide.style.zoom = 1
    if (window.innerWidth < 1000) return
    for (let zoom = 0.95; zoom > 0.4 && hidden(); zoom -= 0.05) slide.style.zoom = zoom
  }
  const watch = new ResizeObserver(() => requestAnimationFrame(fit))
  if (slide && controls) watch.observe(slide)
  window.addEventListener("resize", fit)
  return () => {
    watch.disconnect()
    window.removeEventListener("resize", fit)
  }
}
