"""The pictures of a guide, one file each: static SVG with a caption and the table of the same rows.

picture                 what all of them are made of
years  lanes            when a film is set, made and shown; labels that keep clear of one another
timeline  film_years    films over history; one film's years
map                     places and camps over `coastline.json`
prisoners               counts by year, each by its own reckoning
road  coverage  cover   the stages; what the guide holds; a title as an image
"""
