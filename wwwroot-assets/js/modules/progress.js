// How far a visitor comes with a form: that they began, the field after which they left, and how long it took. Told without a
// cookie, without a name, and without anything that was typed.
export function follow(tell, now) {
  let state = "none";
  let field;
  let earlier;
  let start;

  return { shows, touches, sends, leaves, returns };

  // A page: with the seconds that earlier tries took, and the field that is wrong with them.
  function shows({ seconds = "", wrong } = {}) {
    leaves();
    earlier = Number(seconds);
    [state, field, start] = seconds === "" ? ["new", undefined, undefined] : ["under way", wrong, now()];
  }

  function touches(touched) {
    if (state === "new") tell("start");
    if (state === "left") tell("back", field);
    start ??= now();
    [state, field] = ["under way", touched];
  }

  // The seconds that it took; nothing where nobody typed.
  function sends() {
    state = "sent";
    return start === undefined ? "" : Math.round(earlier + (now() - start) / 1000);
  }

  function leaves() {
    if (state !== "under way" || !field) return;
    state = "left";
    tell("stop", field);
  }

  function returns() {
    if (state !== "left") return;
    state = "under way";
    tell("back", field);
  }
}

// Where it is told, from where a form is posted to; nothing for what is no form of visitors.
export function progressAddress(action) {
  const [, form, shape] = /^(.*\/f\/[^/]+)(?:\/(embed|booth))?$/.exec(action ?? "") ?? [];
  return form && { address: `${form}/progress`, shape: shape ?? "page" };
}

// A field by its name as it is posted: a property of the contact, or the key of a custom field, which stands beside it.
export function fieldOf(name, valueOf) {
  const custom = /^(customFields\[\d+\])\.value$/.exec(name);
  return custom ? { key: valueOf(`${custom[1]}.key`) ?? "" } : { field: name };
}
