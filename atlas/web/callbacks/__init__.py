"""The callbacks of the page. All of them run in the browser: no selection asks the server."""
