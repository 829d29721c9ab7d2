# The place Data.

data-tab-sources = Sources
data-tab-informants = Informants
data-import = Import files…
data-path = Type a file path…
data-drop = Drop Word documents, ODT, RTF, HTML, Markdown, subtitles, text files or folders here, or press Import files.
data-empty = No sources yet. Start with one interview transcript.
data-empty-informants = Informants are found from speakers on import.
data-no-group = No group

data-column-code = Code
data-column-name = Name
data-column-technique = Technique
data-column-informants = Informants
data-column-groups = Groups
data-column-date = Date
data-column-place = Place
data-column-lines = Lines
data-column-segments = Segments
data-column-position = Position
data-column-standing = Standing
data-column-sources = Sources
standing-key = Key
standing-additional = Additional

data-facts-sources = { $n ->
    [one] { $n } source
   *[other] { $n } sources
} · { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}
data-facts-informants = { $n ->
    [one] { $n } informant
   *[other] { $n } informants
} in { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
}

data-choose-source = Choose a source to see its details.
data-choose-informant = Choose an informant to see the details.
data-open = Open in Code
data-setting = Setting
data-turns = Turns
data-researcher = researcher
data-original = Original file
data-codes = Codes in this source
data-no-codes = No coded segments yet.
data-note = Note
