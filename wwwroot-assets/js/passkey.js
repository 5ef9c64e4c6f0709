// Passkeys: the browser asks the device, and the answer is posted like any other form. Without them the forms stay hidden.
import { Refusal, wordsOf } from "./modules/refusal.js";

const works = window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential?.parseRequestOptionsFromJSON;

for (const form of works ? document.querySelectorAll("[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", (event) => ask(event, form));
}

async function ask(event, form) {
  if (form.elements.credential.value) return;
  event.preventDefault();
  const told = form.querySelector("[data-passkey-error]");
  told.textContent = "";
  try {
    form.elements.credential.value = JSON.stringify(await credentialFor(form));
    form.submit();
  } catch (fault) {
    told.textContent = wordsOf(fault, told.dataset);
    if (fault instanceof Refusal) refuse(form.elements.passkeyPassword, told);
  }
}

function refuse(field, told) {
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", told.id);
  field.focus();
}

async function credentialFor(form) {
  const token = form.elements.__RequestVerificationToken.value;
  const body = new URLSearchParams({ __RequestVerificationToken: token });
  const password = form.elements.passkeyPassword;
  if (password) body.set(password.name, password.value);
  const answer = await fetch(form.dataset.passkeyOptions ?? `${form.action}/options`, { method: "POST", body });
  if (answer.status === 422) throw new Refusal(await answer.text());
  if (!answer.ok) throw new Error("No options");
  const options = await answer.json();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
