// The menu of the people at the stand, behind their PIN: how many leads are where, and what to do about it.
import { fullScreen } from "./full-screen.js";
import { showCodes } from "./lead-codes.js";
import { pinFits, waitAfterTries } from "../modules/pin.js";
import { referenceOf, timeOf } from "../modules/reference.js";

const old = 3 * 24 * 60 * 60 * 1000;
const byId = (id) => document.getElementById(id);

export function staffMenu({ outbox, words, root, setup, state, send, pair }) {
  const [dialog, asking, input, problem] = ["staff", "pin", "pin-input", "pin-problem"].map(byId);
  const contact = byId("staff-contact");
  const choices = {};

  byId("staff-button").addEventListener("click", open);
  byId("pin-form").addEventListener("submit", tries);
  byId("staff-send").addEventListener("click", () => send());
  byId("staff-save").addEventListener("click", save);
  byId("staff-codes").addEventListener("click", () => showCodes(outbox));
  byId("staff-pair").addEventListener("click", pair);
  keeps("resets", "staff-idle", "checked", true);
  keeps("savesEachBadge", "staff-each-badge", "checked", false);
  keeps("captures", "staff-name", "value", "");
  for (const button of document.querySelectorAll("dialog [data-close]"))
    button.addEventListener("click", () => button.closest("dialog").close());
  // Nothing of a visitor stays behind it.
  dialog.addEventListener("close", () => contact.replaceChildren());
  fullScreen(byId("staff-full-screen"));

  return {
    show,
    close: () => dialog.close(),
    chose: (name) => choices[name],
  };

  // A choice of the staff that lasts until they choose again.
  async function keeps(name, id, property, usual) {
    const input = byId(id);
    input.addEventListener("change", () => {
      choices[name] = input[property];
      outbox.set(name, input[property]);
    });
    choices[name] = usual;
    choices[name] = input[property] = (await outbox.setting(name)) ?? usual;
  }

  function open() {
    input.value = "";
    problem.textContent = "";
    asking.showModal();
    input.focus();
  }

  // Wrong tries wait longer and longer, also after the tablet was restarted.
  async function tries(event) {
    event.preventDefault();
    const before = (await outbox.setting("tries")) ?? { wrong: 0, until: 0 };
    const left = Math.ceil((before.until - Date.now()) / 1000);
    if (left > 0) return complain(words.wait.replace("{0}", left));
    if (await pinFits(input.value, setup().pin)) {
      await outbox.set("tries", { wrong: 0, until: 0 });
      await show();
      // Somebody may have gone away meanwhile.
      if (!asking.open) return;
      asking.close();
      return dialog.showModal();
    }
    const wrong = before.wrong + 1;
    await outbox.set("tries", { wrong, until: Date.now() + waitAfterTries(wrong) });
    complain(words.wrongPin);
  }

  function complain(text) {
    problem.textContent = text;
    input.value = "";
    input.focus();
  }

  async function show() {
    if (!setup()) return;
    const [captured, waiting] = [(await outbox.setting("captured")) ?? 0, await outbox.count()];
    const { device, event } = setup();
    byId("staff-place").textContent = `${device.name} · ${event.name}`;
    byId("staff-state").textContent = (words[state()] ?? "").replace("{0}", waiting);
    byId("staff-captured").textContent = captured;
    byId("staff-received").textContent = Math.max(0, captured - waiting);
    byId("staff-waiting").textContent = waiting;
    byId("staff-storage").textContent = (await navigator.storage?.persisted?.()) ? words.persistent : words.notPersistent;
    const oldest = await outbox.oldest();
    byId("staff-warning").hidden = !(oldest && Date.now() - oldest.at > old);
    byId("staff-warning").textContent = words.old;
    byId("staff-seen").replaceChildren(...(await outbox.seen()).slice(0, 20).map(row));
  }

  function row({ receipt, at, received }) {
    const line = document.createElement("tr");
    for (const text of [referenceOf(receipt), timeOf(at), received ? words.atServer : words.onDevice])
      line.append(Object.assign(document.createElement("td"), { textContent: text }));
    if (!received) return line;
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: referenceOf(receipt) });
    button.addEventListener("click", () => showContact(receipt));
    line.firstChild.replaceChildren(button);
    return line;
  }

  // What the server shows to a paired tablet alone.
  async function showContact(receipt) {
    const response = await fetch(`${root}booth/leads/${receipt}`, { cache: "no-store" }).catch(() => null);
    const page = new DOMParser().parseFromString(response?.status === 200 ? await response.text() : "", "text/html");
    const card = page.querySelector("article");
    contact.replaceChildren(card ?? (response ? words.noContact : words.offline));
    contact.scrollIntoView({ block: "nearest" });
  }

  async function save() {
    const leads = await outbox.all();
    const file = new Blob([JSON.stringify({ leads })], { type: "application/json" });
    const link = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(file),
      download: words.fileName.replace("{0}", new Date().toISOString().slice(0, 10)),
    });
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
