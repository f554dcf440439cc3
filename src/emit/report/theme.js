// Dark and light: what the system prefers, until the reader chooses. The choice is kept where the browser allows it.

const theme = document.getElementById("theme");
const dark = matchMedia("(prefers-color-scheme: dark)");
let chosen = null;
try {
  chosen = localStorage.getItem("factbox-theme");
} catch {
  // A page from disk may have no storage: the system's choice stands.
}

function paint() {
  const is = chosen ?? (dark.matches ? "dark" : "light");
  document.documentElement.style.colorScheme = is;
  theme.textContent = is === "dark" ? "Light" : "Dark";
  theme.setAttribute("aria-label", `Switch to ${is === "dark" ? "light" : "dark"} colours`);
}

theme.addEventListener("click", () => {
  chosen = document.documentElement.style.colorScheme === "dark" ? "light" : "dark";
  try {
    localStorage.setItem("factbox-theme", chosen);
  } catch {
    // Kept for this visit alone.
  }
  paint();
});
dark.addEventListener("change", paint);
paint();
