// The query editor, asking this server and nobody else.
(function () {
  "use strict";
  var endpoint = new URL("/sparql", window.location.href).href;
  var Editor = Yasgui.default || Yasgui.Yasgui || Yasgui;
  new Editor(document.getElementById("yasgui"), {
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
})();
