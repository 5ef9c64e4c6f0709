import assert from "node:assert/strict";
import { test } from "node:test";
import { frameListener, frameMessage } from "../js/modules/frame-message.js";

const origin = "https://leads.example";
const frame = {};
const from = (data, sender = {}) => ({ data, origin, source: frame, ...sender });
const shown = (state, more = {}) => from(frameMessage("shown", { state, title: "Contact us", height: 480.2, ...more }));

test("what a frame tells is what the page hears", () => {
  const hear = frameListener(origin);
  const said = hear(shown("form"), frame);

  assert.deepEqual([said.height, said.fresh, said.later], [481, true, undefined]);
  const height = hear(from(frameMessage("height", { state: "form", title: "Contact us", height: 300 })), frame);
  assert.deepEqual([height.height, height.fresh, height.events], [300, false, []]);
});

test("nobody else is heard", () => {
  const hear = frameListener(origin);
  hear(shown("form"), frame);
  const { data } = shown("submitted");
  const others = [
    from(data, { origin: "https://evil.example" }),
    from(data, { origin: "null" }),
    from(data, { source: {} }),
    from(data, { source: null }),
  ];

  for (const other of others) assert.equal(hear(other, frame), undefined);
  assert.deepEqual(hear(shown("submitted"), frame).events, ["submit"], "and what they said has changed nothing");
});

test("what a frame said last is not heard once it was taken off the page", () => {
  assert.equal(frameListener(origin)(from(shown("form").data, { source: null }), null), undefined);
});

test("messages of other programs in the frame are passed over", () => {
  const hear = frameListener(origin);

  for (const data of [null, undefined, "height", 7, [], {}, { height: 300 }]) assert.equal(hear(from(data), frame), undefined);
});

test("a frame never grows without end", () => {
  assert.equal(frameListener(origin)(from({ leadcapture: "height", height: 1e9 }), frame).height, 20000);
});

test("a visit is told as it goes: seen, begun, refused, sent, delivered, each once", () => {
  const hear = frameListener(origin);
  const told = [
    shown("form"),
    from(frameMessage("start", {})),
    from(frameMessage("step", { step: 2 })),
    shown("errors"),
    shown("errors"),
    shown("submitted", { delivery: "waiting" }),
    shown("submitted", { delivery: "waiting" }),
    from(frameMessage("delivery", { state: "submitted", delivery: "delivered" })),
    from(frameMessage("height", { state: "submitted", delivery: "delivered" })),
    shown("form"),
    shown("submitted", { delivery: "delivered" }),
  ].map((message) => hear(message, frame).events);

  assert.deepEqual(told, [
    ["view"],
    ["start"],
    ["step"],
    ["error"],
    ["error"],
    ["submit"],
    [],
    ["delivered"],
    [],
    ["view"],
    ["submit", "delivered"],
  ]);
});

test("a confirmation that a browser brings back is no new one, and leads nobody away again", () => {
  const said = frameListener(origin)(shown("submitted", { onward: "https://site.example/thanks", delivery: "delivered" }), frame);

  assert.deepEqual([said.events, said.onward], [[], undefined]);
});

test("a page goes on where the form says, and only to an address of the web", () => {
  const onwardTo = (onward) => {
    const hear = frameListener(origin);
    hear(shown("form"), frame);
    return hear(shown("submitted", { onward }), frame).onward;
  };

  assert.equal(onwardTo("https://site.example/thanks"), "https://site.example/thanks");
  for (const wrong of ["javascript:alert(1)", "data:text/html,x", "/thanks", "", undefined])
    assert.equal(onwardTo(wrong), undefined);
});

test("every page but the first is an answer", () => {
  const hear = frameListener(origin);

  assert.deepEqual(
    [shown("form"), shown("form"), shown("submitted")].map((event) => Boolean(hear(event, frame).later)),
    [false, true, true],
  );
});

test("what a later version adds does not disturb", () => {
  assert.deepEqual(frameListener(origin)(from({ leadcapture: "celebrate", v: 9, more: {} }), frame).events, []);
});
