// Requests go to the address that this page came from, even if a proxy rewrites the address.
const here = new URL('..', location.href).href.replace(/\/$/, '');

fetch('../openapi.json')
  .then((answer) => answer.json())
  .then((spec) => {
    const written = spec.servers[0].url;
    spec.servers.forEach((server) => {
      server.url = here + server.url.substring(written.length);
    });
    SwaggerUIBundle({ spec, dom_id: '#api', deepLinking: true, docExpansion: 'none', validatorUrl: null });
  })
  .catch((failure) => {
    document.getElementById('api').textContent = 'The description cannot be read: ' + failure.message;
  });
