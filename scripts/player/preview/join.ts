/** The page on which another device joins a preview with its key. */
import "../../../templates/site/join.css";

const form = document.querySelector<HTMLFormElement>("#join");
const field = document.querySelector<HTMLInputElement>("#key");
const wrong = document.querySelector<HTMLElement>("#wrong");

async function join(key: string): Promise<void> {
  if (wrong === null) return;
  wrong.textContent = "";
  // What follows the mark is never sent with an address.
  const answer = await fetch("/-/join", { method: "POST", body: key }).catch(() => undefined);
  if (answer?.ok === true) return location.replace(location.pathname);
  wrong.textContent = (answer?.status === 429 ? wrong.dataset["tooOften"] : wrong.dataset["key"]) ?? "";
  field?.select();
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  void join(field?.value ?? "");
});
const given = /^#join=(.+)$/.exec(location.hash)?.[1];
if (given !== undefined) {
  history.replaceState(null, "", location.pathname);
  void join(given);
}
