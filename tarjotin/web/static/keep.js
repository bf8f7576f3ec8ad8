/* Keeps the list on this phone, only after a tap, and takes it away after another. */
(function () {
  'use strict';
  var part = document.getElementById('keeping');
  if (!part || !window.caches || !navigator.serviceWorker) return;
  var buttons = part.querySelectorAll('button'), said = part.querySelectorAll('[role=status] span');
  var store = 'tarjotin-list', page = location.pathname, worker = part.getAttribute('data-worker');

  function show(kept) {
    buttons[0].hidden = kept; buttons[1].hidden = !kept;
    said[0].hidden = true; said[1].hidden = !kept; said[2].hidden = kept;
  }
  function look() {
    return caches.has(store).then(function (has) { show(has); });
  }
  buttons[0].addEventListener('click', function () {
    var sheet = document.querySelector('link[rel=stylesheet]').href;
    navigator.serviceWorker.register(worker, { scope: worker.replace(/[^/]*$/, '') }).then(function () {
      return caches.open(store);
    }).then(function (cache) { return cache.addAll([page, sheet]); }).then(look, function () {
      caches.delete(store); said[0].hidden = false;
    });
  });
  buttons[1].addEventListener('click', function () {
    caches.delete(store).then(function () {
      return navigator.serviceWorker.getRegistration(worker);
    }).then(function (found) { return found && found.unregister(); }).then(look);
  });
  look();
})();
