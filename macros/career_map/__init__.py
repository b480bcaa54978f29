"""The career map: chart, grid, layout, widths of text, drawing, list, links, and the small map of a role. Imports `views` and below."""
