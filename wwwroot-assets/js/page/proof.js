// Has a worker solve the puzzle of the form while the visitor types. Nobody sees it, and nobody is kept from sending by it.
const longestWait = 5000;
let solving;

export function prove() {
  const form = document.querySelector("form[data-puzzle]");
  const { stamp, proof } = form?.elements ?? {};
  if (!proof || proof.value || solving) return;
  solving = solved(form, stamp.value).then((number) => {
    proof.value = number;
    solving = undefined;
  });
}

// Undefined where nothing has to be waited for.
export function unsolved() {
  return solving && Promise.race([solving, new Promise((resume) => setTimeout(resume, longestWait))]);
}

// Empty where there is no worker.
function solved({ dataset }, stamp) {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(dataset.puzzleWorker);
      worker.onmessage = ({ data }) => {
        worker.terminate();
        resolve(data);
      };
      worker.onerror = () => resolve("");
      worker.postMessage({ stamp, bits: Number(dataset.puzzle) });
    } catch {
      resolve("");
    }
  });
}
