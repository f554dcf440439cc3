// Elements in one line each. All words go in as text, never as markup.

function make(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "to") element.to = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  if (element.to) element.setAttribute("href", fragment(element.to));
  element.append(...children.flat(Infinity).filter((child) => typeof child === "number" || child));
  return element;
}

function el(tag, attributes = {}, ...children) {
  return make(document.createElement(tag), attributes, children);
}

function svg(tag, attributes = {}, ...children) {
  return make(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/** A link leads to the present state with its own changes: when the state changes, so do the addresses of all links. */
function renewLinks() {
  for (const link of document.querySelectorAll("a")) if (link.to) link.setAttribute("href", fragment(link.to));
}

/** Shows new content and keeps the focus on the control that had it, known by its id. */
function show(parent, ...children) {
  const held = parent.contains(document.activeElement) ? document.activeElement.id : "";
  parent.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (held) document.getElementById(held)?.focus({ preventScroll: true });
}

/** One stop for the Tab key, arrows within: for many small things that would each be a stop. */
function rove(parent, selector) {
  const stops = [...parent.querySelectorAll(selector)];
  stops.forEach((stop, n) => stop.setAttribute("tabindex", n === 0 ? "0" : "-1"));
  const move = (stop) => {
    parent.querySelector(`${selector}[tabindex="0"]`)?.setAttribute("tabindex", "-1");
    stop.setAttribute("tabindex", "0");
  };
  parent.addEventListener("focusin", (event) => stops.includes(event.target) && move(event.target));
  parent.addEventListener("keydown", (event) => {
    const here = stops.indexOf(document.activeElement);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (here < 0 || to === undefined || !stops[to]) return;
    event.preventDefault();
    stops[to].focus();
  });
}

function count(n, one, many = `${one}s`) {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}
