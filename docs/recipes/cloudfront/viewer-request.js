// A CloudFront function (runtime cloudfront-js-2.0) for the event viewer-request of every behaviour: S3 knows no folders, so that
// /rules/ must become /rules/index.html, and /rules is moved to /rules/.
function handler(event) {
  var request = event.request;
  var name = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  // A file of the site has an ending, and no page of it has: /techniques/T1059.001 is a page. Attachments may have any name.
  var isFile = /\.[a-z][a-z_]*$/.test(name) || /\/(files|_astro|pagefind)\//.test(request.uri);
  if (name === '') {
    request.uri += 'index.html';
    return request;
  }
  if (isFile) return request;
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: request.uri.replace(/^\/+/, '/') + '/' + queryOf(request.querystring) } },
  };
}

function queryOf(querystring) {
  var parts = [];
  for (var name in querystring) {
    var values = querystring[name].multiValue || [querystring[name]];
    values.forEach(function (each) {
      parts.push(each.value === '' ? name : name + '=' + each.value);
    });
  }
  return parts.length === 0 ? '' : '?' + parts.join('&');
}
