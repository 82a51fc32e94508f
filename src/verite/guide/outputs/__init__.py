"""One file for each output that machines read: `files(site)` yields (path, text). `site.OUTPUTS` lists them."""
