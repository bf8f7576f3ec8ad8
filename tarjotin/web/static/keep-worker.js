/* Answers with the kept list page and style sheet when there is no network; knows nothing else. */
var STORE = 'tarjotin-list';
self.addEventListener('install', function () { self.skipWaiting(); });
self.addEventListener('activate', function (event) { event.waitUntil(self.clients.claim()); });
self.addEventListener('fetch', function (event) {
  var asked = event.request;
  if (asked.method !== 'GET') return;
  event.respondWith(fetch(asked).then(function (answer) {
    var copy = answer.clone();
    if (answer.ok) event.waitUntil(refresh(asked, copy));
    return answer;
  }, function () {
    return caches.match(asked, { cacheName: STORE, ignoreSearch: true, ignoreVary: true }).then(function (found) {
      return found || (asked.mode === 'navigate' ? first() : Response.error());
    });
  }));
});
/* Only what was kept by a tap is kept anew: the page without its notices, and the style sheet. */
function refresh(asked, answer) {
  return caches.has(STORE).then(function (has) {
    return has && caches.open(STORE).then(function (cache) {
      return cache.match(asked, { ignoreVary: true }).then(function (found) { return found && cache.put(asked, answer); });
    });
  });
}
function first() {
  return caches.has(STORE).then(function (has) {
    return has ? caches.open(STORE).then(function (cache) {
      return cache.keys().then(function (keys) { return cache.match(keys[0], { ignoreVary: true }); });
    }) : Response.error();
  });
}
