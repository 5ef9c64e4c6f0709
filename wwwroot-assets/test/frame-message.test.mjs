import assert from "node:assert/strict";
import { test } from "node:test";
import { frameListener, frameMessage } from "../js/modules/frame-message.js";

const origin = "https://leads.example";
const frame = {};
const from = (data, sender = {}) => ({ data, origin, source: frame, ...sender });
const shown = (state, title = "Contact us") => from(frameMessage("shown", { state, title, height: 480.2 }));

test("what a frame tells is what the page hears", () => {
  const hear = frameListener(origin);

  assert.deepEqual(hear(shown("form"), frame), { height: 481, title: "Contact us", later: false, submitted: false });
  assert.deepEqual(hear(from(frameMessage("height", { state: "form", title: "Contact us", height: 300 })), frame), {
    height: 300,
  });
});

test("nobody else is heard", () => {
  const hear = frameListener(origin);
  const { data } = shown("submitted");
  const others = [
    from(data, { origin: "https://evil.example" }),
    from(data, { origin: "null" }),
    from(data, { source: {} }),
    from(data, { source: null }),
  ];

  for (const other of others) assert.deepEqual(hear(other, frame), {});
  assert.equal(hear(shown("submitted"), frame).submitted, true, "and what they said has changed nothing");
});

test("messages of other programs in the frame are passed over", () => {
  const hear = frameListener(origin);

  for (const data of [null, undefined, "height", 7, [], {}, { height: 300 }]) assert.deepEqual(hear(from(data), frame), {});
});

test("a height is taken only when it is one, and never without end", () => {
  const hear = frameListener(origin);
  const heightOf = (height) => hear(from({ leadcapture: "height", height }), frame).height;

  assert.equal(heightOf(1e9), 20000);
  for (const wrong of [0, -5, NaN, undefined, "tall"]) assert.equal(heightOf(wrong), undefined);
});

test("a form that was sent is told once, until another one is shown", () => {
  const hear = frameListener(origin);
  const states = ["form", "form", "submitted", "submitted", "form", "submitted"];

  assert.deepEqual(
    states.map((state) => hear(shown(state), frame).submitted),
    [false, false, true, false, false, true],
  );
});

test("every page but the first is an answer", () => {
  const hear = frameListener(origin);

  assert.deepEqual(
    [shown("form"), shown("form"), shown("submitted")].map((event) => hear(event, frame).later),
    [false, true, true],
  );
});

test("a page without a state shows a form, and a title is text", () => {
  assert.equal(frameMessage("shown", { title: "", height: 1 }).state, "form");
  assert.equal(frameListener(origin)(from({ leadcapture: "shown", title: 7 }), frame).title, "7");
  assert.equal(frameListener(origin)(shown("form", ""), frame).title, undefined);
});
