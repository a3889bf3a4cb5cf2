// The query editor, asking this server and nobody else.
(function () {
  "use strict";
  var endpoint = new URL("/sparql", window.location.href).href;
  var Editor = Yasgui.default || Yasgui.Yasgui || Yasgui;
  var editor = new Editor(document.getElementById("yasgui"), {
    requestConfig: { endpoint: endpoint, method: "POST" },
    copyEndpointOnNewTab: true,
    endpointCatalogueOptions: { getData: function () { return [{ endpoint: endpoint }]; } },
    yasqe: {
      autocompleters: ["variables"],
      value: "PREFIX kg: <https://w3id.org/kgraph/ontology#>\nPREFIX schema: <https://schema.org/>\n" +
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n\n# Who launched what?\n" +
        "SELECT ?who ?what WHERE {\n  ?company kg:launched ?product ; rdfs:label ?who .\n" +
        "  ?product rdfs:label ?what .\n} LIMIT 50\n"
    },
    persistenceId: "kgraph"
  });

  fetch("/queries").then(function (answer) { return answer.json(); }).then(function (queries) {
    var bar = document.getElementById("shipped"), menu = bar.querySelector("select");
    menu.append(new Option("choose one of " + queries.length, ""));
    queries.forEach(function (each, number) { menu.append(new Option(each.title, number)); });
    menu.addEventListener("change", function () {
      var chosen = queries[menu.value];
      bar.querySelector("span").textContent = chosen ? chosen.explanation : "";
      if (chosen) { editor.getTab().getYasqe().setValue(chosen.query); }
    });
    bar.hidden = false;
  });
})();
