// The card beside a highlight: what was read from these words, by which rule. It comes with the pointer and with the focus.

const card = document.getElementById("card");
let described = null;

function showCard(piece, marks) {
  hideCard();
  card.replaceChildren(
    ...marks.map((mark) =>
      el(
        "div",
        { class: `find ${mark.kind}` },
        el("p", { class: "value" }, valueOf(mark)),
        el(
          "p",
          { class: "why" },
          el("code", {}, cell(mark.table, mark.row, "rule")),
          ` · confidence ${cell(mark.table, mark.row, "confidence")} · ${mark.id}`,
        ),
      ),
    ),
  );
  card.hidden = false;
  described = piece;
  piece.setAttribute("aria-describedby", "card");
  placeCard();
}

/** Below the first line of the words, or above where there is no room. */
function placeCard() {
  const words = described.getClientRects()[0] ?? described.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = words.bottom + 6;
  card.style.left = `${Math.max(8, Math.min(words.left, innerWidth - width - 8))}px`;
  card.style.top = `${below + height > innerHeight - 8 ? words.top - height - 6 : below}px`;
}

function hideCard() {
  card.hidden = true;
  described?.removeAttribute("aria-describedby");
  described = null;
}

function withCard(piece, marks) {
  for (const event of ["mouseenter", "focus"]) piece.addEventListener(event, () => showCard(piece, marks));
  for (const event of ["mouseleave", "blur"]) piece.addEventListener(event, hideCard);
}

addEventListener("scroll", () => described && (described === document.activeElement ? placeCard() : hideCard()), {
  capture: true,
  passive: true,
});
