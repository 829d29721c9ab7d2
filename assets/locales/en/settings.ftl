# Settings.

settings-facts = Settings hold at once and are kept on this computer
settings-language = Language
    .note = The window’s language; quotations are not translated
settings-theme = Appearance
    .note = Light, dark, or as the system has it
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-zoom = Zoom
    .note = All letters and buttons
settings-reading = Reading size
    .note = The letters of transcripts
settings-percent = { $n } %
settings-points = { $n } pt
settings-smaller = Make everything smaller
settings-larger = Make everything larger
settings-reading-smaller = Make transcripts smaller
settings-reading-larger = Make transcripts larger
settings-reading-sample = Setiap guru saya supervisi dua kali dalam satu semester, jadwalnya kami tempel di ruang guru.
settings-coder = Name of the coder
    .note = Stands with every coding and every step of the history from now on.

settings-window = Window
settings-transcript = Reading
settings-work = Coder and help
settings-width = Reading width
    .note = Length of a transcript's rows
settings-width-smaller = Narrower rows
settings-width-larger = Wider rows
settings-characters = { $n } characters
settings-leading = Line spacing
    .note = In proportion to the reading size
settings-leading-smaller = Lines closer together
settings-leading-larger = Lines further apart
