// Has a worker solve the puzzle of the form while the visitor types. Nobody sees it, and nobody is kept from sending by it.
const longestWait = 5000;
let solving;

export function prove() {
  const proof = document.querySelector("[data-puzzle]");
  if (!proof || proof.value || solving) return;
  solving = solved(proof).then((number) => {
    proof.value = number;
    solving = undefined;
  });
}

// Undefined where nothing has to be waited for.
export function unsolved() {
  return solving && Promise.race([solving, new Promise((resume) => setTimeout(resume, longestWait))]);
}

// Empty where there is no worker.
function solved({ form, dataset }) {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(dataset.worker);
      worker.onmessage = ({ data }) => {
        worker.terminate();
        resolve(data);
      };
      worker.onerror = () => resolve("");
      worker.postMessage({ stamp: form.elements.stamp.value, bits: Number(dataset.puzzle) });
    } catch {
      resolve("");
    }
  });
}
