// Reads the page aloud, sentence by sentence, when the device has a voice of its own for the page's language.
// A voice from the net would send the text away, and a voice of another language cannot be understood.
(function () {
  var box = document.querySelector(".aloud");
  if (!box || !window.speechSynthesis) return;
  var speech = window.speechSynthesis, language = document.documentElement.lang, queue = [];
  var start = box.children[0], stop = box.children[1];

  function voice() {
    return speech.getVoices().filter(function (each) {
      return each.localService && each.lang.toLowerCase().split(/[-_]/)[0] === language;
    })[0];
  }
  function offer() { box.hidden = !voice(); }
  function sentences() {
    var parts = document.querySelectorAll("main h1, main h2, main h3, main p, main li, main dt, main dd");
    return Array.prototype.reduce.call(parts, function (all, part) {
      if (part.closest("[hidden], .aloud, form") || part.querySelector("p, li")) return all;
      var spoken = part.closest("[lang]").lang;
      if (spoken !== language) return all;
      return all.concat(part.innerText.match(/[^.!?؟]+[.!?؟]*/g) || []);
    }, []).filter(function (text) { return text.trim(); });
  }
  function next() {
    if (!queue.length) { end(); return; }
    var said = new SpeechSynthesisUtterance(queue.shift());
    said.lang = language;
    said.voice = voice();
    said.onend = next;
    said.onerror = end;
    speech.speak(said);
  }
  function end() { queue = []; speech.cancel(); start.hidden = false; stop.hidden = true; }

  start.onclick = function () { queue = sentences(); start.hidden = true; stop.hidden = false; stop.focus(); next(); };
  stop.onclick = function () { end(); start.focus(); };
  window.addEventListener("pagehide", end);
  speech.onvoiceschanged = offer;
  offer();
})();
