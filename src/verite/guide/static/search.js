// Search without a server: the index is a script of its own, so that the page works from disk.
(function () {
  "use strict";
  var form = document.getElementById("search-form"), field = document.getElementById("q");
  var list = document.getElementById("results"), count = document.getElementById("count");
  if (!form || typeof VERITE_INDEX === "undefined") return;
  form.hidden = false;

  // As the index folds: no case, no accents (but й is a letter), ё as е, apostrophes gone.
  function fold(text) {
    return text.toLowerCase().replace(/й/g, "\u0001").normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
      .replace(/\u0001/g, "й").replace(/ё/g, "е").replace(/[ʹʺ’‘'`]/g, "").replace(/ł/g, "l").replace(/ø/g, "o");
  }
  function words(text) {
    return fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  }
  function found(query) {
    var asked = words(query), hits = [];
    if (!asked.length) return hits;
    VERITE_INDEX.forEach(function (row, order) {
      var has = " " + row[4], own = " " + words(row[1]).join(" "), score = 0;
      for (var i = 0; i < asked.length; i++) {
        if (has.indexOf(" " + asked[i]) < 0) return;
        if (own.indexOf(" " + asked[i]) >= 0) score += 2;
        if ((own + " ").indexOf(" " + asked[i] + " ") >= 0) score += 1;
      }
      hits.push([score, order, row]);
    });
    return hits.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
  }
  function show() {
    var query = field.value, hits = found(query);
    list.textContent = "";
    hits.slice(0, 50).forEach(function (hit) {
      var item = document.createElement("li"), link = document.createElement("a"), row = hit[2];
      link.href = form.dataset.root + row[0];
      link.textContent = row[1];
      item.appendChild(link);
      var aside = document.createElement("span");
      aside.className = "count";
      aside.textContent = " " + form.dataset[row[3]] + (row[2] ? " · " + row[2] : "");
      item.appendChild(aside);
      list.appendChild(item);
    });
    count.textContent = words(query).length ? form.dataset.found.replace("%", hits.length) : "";
  }
  field.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
  var asked = /[?&]q=([^&]*)/.exec(location.search);
  if (asked) { field.value = decodeURIComponent(asked[1].replace(/\+/g, " ")); show(); }
})();
