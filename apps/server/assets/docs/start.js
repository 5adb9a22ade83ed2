/* global SwaggerUIBundle */
SwaggerUIBundle({
  url: new URL('../openapi.json', document.currentScript.src).href,
  dom_id: '#description',
  deepLinking: true,
  displayRequestDuration: true,
  persistAuthorization: false,
  requestSnippetsEnabled: true,
  // By default the page sends the document to a validator on the internet.
  validatorUrl: null,
});
