// Shows what is on the tablet as codes, one lead each, for phones that carry them to the server without being able to read them.
import { generate } from "lean-qr";
import { fitsCode, linkOf } from "../modules/carried.js";
import { referenceOf } from "../modules/reference.js";

const most = 300;
const byId = (id) => document.getElementById(id);
const [dialog, place, canvas, back, next] = ["codes", "codes-place", "code", "codes-back", "codes-next"].map(byId);

let leads = [];
let references;
let at = 0;

back.addEventListener("click", () => show(at - 1));
next.addEventListener("click", () => show(at + 1));

export async function showCodes(outbox) {
  leads = await outbox.all();
  references = new Map((await outbox.seen()).map(({ number, receipt }) => [number, referenceOf(receipt)]));
  show(0);
  dialog.showModal();
}

function show(number) {
  at = number;
  const lead = leads.length > most ? undefined : leads[at];
  back.disabled = !lead || at === 0;
  next.disabled = !lead || at === leads.length - 1;
  const { place: words, large, none, many } = place.dataset;
  canvas.hidden = true;
  if (!lead) return (place.textContent = leads.length === 0 ? none : many);
  const relay = new URL(`${document.body.dataset.root}relay`, location.href).href;
  const link = linkOf(relay, lead);
  const fits = fitsCode(link);
  place.textContent = (fits ? words : large)
    .replace("{0}", at + 1)
    .replace("{1}", leads.length)
    .replace("{2}", references.get(lead.number) ?? lead.number);
  if (!fits) return;
  canvas.hidden = false;
  generate(link).toCanvas(canvas, { padX: 4, padY: 4 });
}
