import assert from "node:assert/strict";
import { test } from "node:test";
import { wedge } from "../js/modules/wedge.js";

const page = { tagName: "BODY" };
const input = () => ({ tagName: "INPUT", type: "text", value: "before" });

test("a burst with Enter is a text", () => {
  const desk = new Desk();

  desk.type("ann@example.com", { every: 10 });
  desk.press("Enter", { after: 10 });
  desk.rests(100);

  assert.deepEqual(desk.texts, ["ann@example.com"]);
});

test("a burst without Enter is a text once it has stopped", () => {
  const desk = new Desk();

  desk.type("ann@example.com", { every: 49 });
  desk.rests(99);
  assert.deepEqual(desk.texts, []);
  desk.rests(1);

  assert.deepEqual(desk.texts, ["ann@example.com"]);
});

test("a card of several lines is one text, and sends no form on its way", () => {
  const desk = new Desk();
  const card = "BEGIN:VCARD\nVERSION:3.0\nN:Lee;Ann\n\nEND:VCARD\n";

  desk.type(card, { every: 5 });
  desk.rests(100);

  assert.deepEqual(desk.texts, [card.trimEnd()]);
  assert.deepEqual(
    desk.held.filter((key) => key === "Enter"),
    Array(5).fill("Enter"),
  );
});

test("a tabulator at the end does not leave the input", () => {
  const desk = new Desk();

  desk.type("12345678", { every: 10, target: input() });
  desk.press("Tab", { after: 10 });
  desk.rests(100);

  assert.deepEqual([desk.texts, desk.held], [["12345678"], ["Tab"]]);
});

test("within an input the page learns what it held before", () => {
  const desk = new Desk();
  const target = input();

  desk.type("ann@example.com", { every: 10, target });
  desk.press("Enter", { after: 10, target });
  desk.rests(100);

  assert.deepEqual(desk.places, [{ target, before: "before" }]);
  assert.deepEqual(desk.held, ["Enter"]);
});

test("outside of inputs a burst presses no buttons once it is known for one", () => {
  const desk = new Desk();

  desk.type("BEGIN:VCARD N", { every: 10, target: { tagName: "BUTTON" } });
  desk.rests(100);

  assert.deepEqual(desk.held, [..."ARD N"]);
  assert.deepEqual(desk.places[0].before, undefined);
});

test("capital letters come with their shift", () => {
  const desk = new Desk();

  for (const letter of "ANN-LEE-1") {
    desk.press("Shift", { after: 5 });
    desk.press(letter, { after: 5 });
  }
  desk.rests(100);

  assert.deepEqual(desk.texts, ["ANN-LEE-1"]);
});

test("two bursts are two texts", () => {
  const desk = new Desk();

  desk.type("11111111\n", { every: 10 });
  desk.rests(100);
  desk.type("11111111\n", { every: 10 });
  desk.rests(100);

  assert.deepEqual(desk.texts, ["11111111", "11111111"]);
});

const hands = {
  "a person who types fast": (desk) => desk.type("ann@example.com", { every: 60 }),
  "a few letters at once": (desk) => desk.type("example", { every: 10 }),
  "a burst that is shorter than a code, and Enter": (desk) => desk.type("1234567\n", { every: 10 }),
  "two short codes, each with Enter": (desk) => desk.type("1234\n5678\n", { every: 10 }),
  "a person who presses Enter": (desk) => desk.type("yes\n", { every: 150 }),
  "a key that is held down": (desk) => {
    for (let i = 0; i < 40; i++) desk.press("a", { after: 30, repeat: i > 0 });
  },
  "arrows in a row": (desk) => {
    for (let i = 0; i < 40; i++) desk.press("ArrowDown", { after: 20 });
  },
  "short cuts in a row": (desk) => {
    for (let i = 0; i < 20; i++) desk.press("z", { after: 20, ctrlKey: true });
  },
  "an input method": (desk) => {
    for (let i = 0; i < 20; i++) desk.press("k", { after: 20, isComposing: true });
  },
  "a keyboard on the screen": (desk) => {
    for (let i = 0; i < 20; i++) desk.press("Unidentified", { after: 20 });
  },
  "letters in several inputs": (desk) => {
    for (let i = 0; i < 20; i++) desk.press("1", { after: 20, target: input() });
  },
};

for (const [what, types] of Object.entries(hands))
  test(`${what}: no text, and nothing is held back`, () => {
    const desk = new Desk();

    types(desk);
    desk.rests(1_000);

    assert.deepEqual([desk.texts, desk.held], [[], []]);
  });

test("Enter after a burst and a rest is somebody's own", () => {
  const desk = new Desk();

  desk.type("12345678", { every: 10 });
  desk.press("Enter", { after: 60 });
  desk.rests(100);

  assert.deepEqual([desk.texts, desk.held], [["12345678"], []]);
});

test("letters with AltGr belong to a text", () => {
  const desk = new Desk();

  desk.type("12345678", { every: 10 });
  desk.press("@", { after: 10, ctrlKey: true, altKey: true, getModifierState: (name) => name === "AltGraph" });
  desk.type("9", { every: 10 });
  desk.rests(100);

  assert.deepEqual(desk.texts, ["12345678@9"]);
});

// A keyboard and its clock.
class Desk {
  texts = [];
  places = [];
  held = [];
  #now = 1_000;
  #timers = new Map();
  #press = wedge(
    (text, place) => {
      this.texts.push(text);
      this.places.push(place);
    },
    {
      after: (run, time) => {
        const timer = Symbol();
        this.#timers.set(timer, { run, at: this.#now + time });
        return timer;
      },
      cancel: (timer) => this.#timers.delete(timer),
    },
  );

  type(text, { every, target = page }) {
    for (const letter of text) this.press(letter === "\n" ? "Enter" : letter, { after: every, target });
    this.target = target;
  }

  press(key, { after, target = this.target ?? page, ...event }) {
    this.rests(after);
    this.#press({ key, target, timeStamp: this.#now, preventDefault: () => this.held.push(key), ...event });
  }

  rests(time) {
    this.#now += time;
    for (const [timer, { run, at }] of this.#timers)
      if (at <= this.#now) {
        this.#timers.delete(timer);
        run();
      }
  }
}
