"""One file for each kind of page: `pages(site)` yields (path, html) of all its pages. `site.PAGES` lists them."""
