// The leads that a tablet has captured and not yet handed over, sealed, and what it knows of itself. Nothing is deleted here before the
// server has it on disk, and no update of the app touches it.
import { openDB } from "idb";
import { sealed } from "../modules/seal.js";

const remembered = 500;

export async function openOutbox(name = "leadcapture-booth") {
  const db = await openDB(name, 1, {
    upgrade(db) {
      db.createObjectStore("leads", { keyPath: "id" }).createIndex("number", "number");
      db.createObjectStore("seen", { keyPath: "number" });
      db.createObjectStore("settings");
    },
  });

  return {
    setting: (key) => db.get("settings", key),
    set: (key, value) => db.put("settings", value, key),
    count: () => db.count("leads"),
    oldest: async () => (await db.getAllFromIndex("leads", "number", undefined, 1))[0],
    all: () => db.getAllFromIndex("leads", "number"),
    seen: async () => (await db.getAll("seen")).reverse(),
    close: () => db.close(),

    // Its number and the sealed lead are written together, so that no number is used twice and none is left out.
    async add({ text, id, at, receipt, person, by }, device, keys) {
      for (;;) {
        const number = ((await db.get("settings", "captured")) ?? 0) + 1;
        const lead = await sealed(text, { device, id, number, at }, keys);
        const change = db.transaction(["leads", "seen", "settings"], "readwrite", { durability: "strict" });
        const [leads, seen, settings] = ["leads", "seen", "settings"].map((store) => change.objectStore(store));
        // Another tab was faster: sealed anew under the next number.
        if (((await settings.get("captured")) ?? 0) + 1 !== number) {
          await change.done;
          continue;
        }
        settings.put(number, "captured");
        leads.add(lead);
        seen.put({ number, at, receipt, person, by, received: false });
        seen.delete(number - remembered);
        await change.done;
        return lead;
      }
    },

    // Paired anew: its numbers begin again. What it has not handed over stays, and still names the device that it was.
    async begin(setup, keys) {
      const change = db.transaction(["settings", "seen"], "readwrite");
      const settings = change.objectStore("settings");
      const before = await settings.get("setup");
      settings.put(setup, "setup");
      settings.put(keys, "keys");
      if (before?.device.id !== setup.device.id) {
        settings.put(0, "captured");
        change.objectStore("seen").clear();
      }
      await change.done;
    },

    // From the first one behind that number on.
    async next(after, most, longest) {
      const found = await db.getAllFromIndex("leads", "number", IDBKeyRange.lowerBound(after, true), most);
      let length = 0;
      const end = found.findIndex((lead) => (length += lead.sealed.length) > longest);
      return end > 0 ? found.slice(0, end) : end === 0 ? found.slice(0, 1) : found;
    },

    // The newest: their visitors may still be here.
    async newest(most) {
      const change = db.transaction("leads");
      const found = [];
      for (
        let at = await change.store.index("number").openCursor(null, "prev");
        at && found.length < most;
        at = await at.continue()
      )
        found.push(at.value);
      return found;
    },

    // again: what the server said of those whose visitors another tablet had captured before.
    async remove(ids, again = []) {
      const change = db.transaction(["leads", "seen"], "readwrite", { durability: "strict" });
      const [leads, seen] = [change.objectStore("leads"), change.objectStore("seen")];
      for (const id of ids) {
        const lead = await leads.get(id);
        if (!lead) continue;
        leads.delete(id);
        const line = await seen.get(lead.number);
        if (line) seen.put({ ...line, received: true, again: again.find(({ lead: one }) => one === id) });
      }
      await change.done;
    },
  };
}
