# Charts that are saved as pictures.

chart-informants = Informants per role
chart-coverage = Coverage map
chart-figure = Figure 4.{ $n }
chart-informants-caption = Number of informants of each group who speak about { $rows ->
    [roles] the roles of the principal
   *[other] each row
}.
chart-coverage-caption = Coverage of evidence by technique and group of informants: number of informants who speak about { $rows ->
    [roles] each role
   *[other] each row
}.
chart-bars-note = The outline is as long as there are informants in the group, the filled part as those who speak about the role.
chart-axis = Number of informants (people)
chart-of = { $n } of { $all }
chart-project = Project: { $title }.
chart-nobody = Nobody speaks
chart-legend-informants = Number of informants
chart-legend-sources = Text in which nobody speaks: number of sources
chart-legend-empty = Empty cells
chart-no-rows = There is no code of kind role yet.
chart-no-columns = There is no informant yet who can be counted.
chart-picture-note = A picture 15 cm wide: PNG with 300 dots to an inch, SVG sharp at every size.
chart-file-informants = informants-per-role
chart-file-coverage = coverage-map
chart-save-png = Save PNG…
chart-save-svg = Save SVG…
