// Below the search of the staff pages: what one may mean, as links, asked for while one types.
// Without this script the field works as it is.
(() => {
  const WAIT_MS = 200;
  const field = document.querySelector("[data-suggestions]");
  const list = document.getElementById("suggestions");
  const said = document.getElementById("suggestions-said");
  let timer = 0;

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });

  async function ask() {
    const asked = field.value;
    const answer = await fetch(`${field.dataset.suggestions}?q=${encodeURIComponent(asked)}`).catch(() => null);
    // Who was logged out meanwhile is led to the login: that is no list.
    const html = answer && answer.ok && !answer.redirected ? (await answer.text()).trim() : "";
    if (asked !== field.value) return;
    list.innerHTML = html;
    said.textContent = list.querySelector("p")?.textContent ?? "";
  }
})();
