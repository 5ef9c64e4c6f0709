// What may be wrong with an email address or a phone number: a hint below its input, never a refusal.
import { domainMeant } from "../modules/email-typo.js";
import { withId, withoutId } from "../modules/id-list.js";
import { say } from "./news.js";

export function advise() {
  document.addEventListener("change", ({ target }) => {
    const place = target.closest(".field")?.querySelector("[data-advice]");
    if (!place) return;
    if (target.type === "email") adviseOnEmail(target, place);
    else adviseOnPhone(target, place);
  });
}

function adviseOnEmail(input, place) {
  const meant = domainMeant(input.value);
  if (!meant) return show(input, place, null);
  const hint = document.createElement("button");
  Object.assign(hint, { type: "button", className: "typo", textContent: place.dataset.typo.replace("{0}", meant) });
  hint.addEventListener("click", () => {
    input.value = input.value.trim().replace(/[^@]*$/, meant);
    show(input, place, null);
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  show(input, place, hint);
}

// Without a connection there is none.
async function adviseOnPhone(input, place) {
  const answer = await fetch(new URL("../api/phone-advice", import.meta.url), {
    method: "POST",
    body: new URLSearchParams({ phone: input.value }),
  }).catch(() => null);
  const { advice } = answer?.ok ? await answer.json() : {};
  show(input, place, advice ?? null);
}

function show(input, place, hint) {
  const id = `${input.id}-advice`;
  const described = input.getAttribute("aria-describedby");
  place.replaceChildren();
  if (hint) {
    const line = Object.assign(document.createElement("p"), { id, className: "field-advice" });
    line.append(hint);
    place.append(line);
    say(line.textContent);
  }
  const ids = hint ? withId(described, id) : withoutId(described, id);
  if (ids) input.setAttribute("aria-describedby", ids);
  else input.removeAttribute("aria-describedby");
}
