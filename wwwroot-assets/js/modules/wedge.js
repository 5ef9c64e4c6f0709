// Hand scanners type what they read, faster than any hand and mostly with Enter at the end. This tells such a burst of keys from typing and
// gives its text, whether it stands in an input or in none. Of a burst that is already known for one it holds back Enter and Tab, which would
// send the form, and outside of inputs all keys, which would press buttons; of typing it holds back nothing.

const FASTEST_HAND = 50;
const SHORTEST = 8;
const PAUSE = 100;
const ENDS = { Enter: "\n", Tab: "\t" };

// onText(text, { target, before }): before is what the input held until then, so that the page can put it back; undefined where it is none.
export function wedge(onText, { after = (run, time) => setTimeout(run, time), cancel = (timer) => clearTimeout(timer) } = {}) {
  let burst;

  return function press(event) {
    if (event.isComposing || event.repeat || hasModifier(event)) return end();
    const sign = ENDS[event.key] ?? event.key;
    if (sign === "Shift" || sign === "CapsLock") return;
    if ([...sign].length !== 1) return end();
    if (burst && (event.timeStamp - burst.last >= FASTEST_HAND || event.target !== burst.target)) end();
    burst ??= { text: "", target: event.target, before: valueOf(event.target) };
    const isKnown = burst.text.length >= SHORTEST;
    if (isKnown && (sign !== event.key || burst.before === undefined)) event.preventDefault();
    if (!isKnown && sign !== event.key) return end();
    burst.text += sign;
    burst.last = event.timeStamp;
    cancel(burst.timer);
    burst.timer = after(end, PAUSE);
  };

  function end() {
    if (!burst) return;
    const { text, target, before, timer } = burst;
    burst = undefined;
    cancel(timer);
    if (text.trim().length >= SHORTEST) onText(text.replace(/[\n\t]+$/, ""), { target, before });
  }
}

// AltGr types letters.
const hasModifier = (event) => event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState?.("AltGraph"));

function valueOf(target) {
  if (target?.isContentEditable) return target.textContent;
  return /^(?:INPUT|TEXTAREA)$/.test(target?.tagName) &&
    !/^(?:checkbox|radio|button|submit|reset|file|range|color|image)$/.test(target.type)
    ? target.value
    : undefined;
}
