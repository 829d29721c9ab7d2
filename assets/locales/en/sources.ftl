# The place Data, its sources; and the command line about them.

stage-untouched = Not started
stage-in_progress = In progress
stage-done = Done

memo-host-journal = Journal
memo-host-source = Source
memo-host-informant = Informant
memo-host-code = Code
memo-host-segment = Segment
memo-host-coding = Coding
memo-host-finding = Finding

cli-help-source = Change what is known of sources, type one in, delete some, take an original file out
cli-help-source-rename = Give a source another name
cli-help-source-set = Change facts of one or several sources in one step
cli-help-source-delete = Delete sources with all that is coded in them; undo brings them back
cli-help-source-add = Add a source that is typed instead of imported
cli-help-source-original = Write the original file of a source, byte for byte
cli-help-memos = List every memo with what it hangs on
cli-help-memo = Write a memo on a source, code, informant or coding, or a page of the journal
cli-arg-memo-text = The words; empty ones remove the memo
cli-arg-sources = Sources, each by its id, name or short code
cli-arg-source-name = Name of the source
cli-arg-source-short = Short code for narrow places, such as W.KS; of one source at a time
cli-arg-source-description = What it is in a few words
cli-arg-new-date = Date of collection, YYYY-MM-DD, or none
cli-arg-source-setting = The circumstances: time of day, who was there
cli-arg-source-note = Your note on the source
cli-arg-done = Whether you are done with coding it: true or false
cli-arg-source-text = The words
cli-arg-source-file = A text file that holds the words; - reads standard input
cli-column-progress = Progress
cli-column-host = On
cli-column-which = Which
cli-column-memo = Memo
cli-original-written = Written, { $bytes } bytes: { $path }

command-type-source = Type in a source…
    .tip = Type or paste field notes, an observation sheet or a short interview
data-type = Type in…
data-filter = Filter
data-filter-words = Name, place, informant, note
data-filter-any-technique = Every technique
data-filter-any-group = Every group
data-filter-any-stage = Any progress
data-filter-left = { $n } of { $whole } sources
data-filter-nothing = No source fits the filter.
data-filter-clear = Clear the filter
data-column-words = Words
data-column-turns = Turns
data-column-progress = Coding
data-sort-tip = Sort by { $column }
data-row-tip = { $name } · { $percent } % of the turns or the text carry a code
data-facts-chosen = { $n } of { $whole } sources chosen
data-chosen = { $n } sources chosen
data-chosen-sums = { $lines } lines · { $segments } coded segments
data-several-hint = What you write here holds for all of them.
data-mixed = several
data-short = Short code
data-description = Description
data-length = Length
data-size = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}, { $words ->
    [one] { $words } word
   *[other] { $words } words
}
data-progress = { $stage }, { $percent } % carry a code
data-locked = Locked
data-locked-who = The words of { $who } are locked, because consent was withdrawn.
data-done = Mark as done
data-not-done = Mark as not done
data-done-by-me = I am done with coding
data-rename = Rename
data-delete = Delete
data-more = More for the chosen sources
data-key-open = Enter
data-open-original = Open the original file
data-original-opened = Opened a copy of the original, for reading only: { $path }
data-original-at = A copy of the original lies here, for reading only: { $path }
error-not-laid-out = A copy of the original cannot be written, so it was not opened. Free some space, or take it out with emaslim source original: { $file }
data-no-date = “{ $text }” is no date. Write it like 12 February 2025 or 2025-02-12.

type-title = Type in a source
type-name = Name
type-name-hint = For instance O.3 or W.G4.12-02-2025
type-technique-open = From the text
type-date-hint = 12 February 2025
type-informant = Informant
type-informant-hint = For instance G4
type-text = Text
type-text-hint = Type or paste here. Lines such as “G4: …” become turns.
type-templates = Start with:
type-template-observation = Observation sheet
    .text =
        OBSERVATION SHEET
        Object: 
        Day/date: 
        Time: 
        Place: 
        Observer: 
        Kind: non-participant, open

        A. Descriptive notes
        07.00  

        B. Reflective notes
type-template-notes = Field notes
    .text =
        FIELD NOTES
        Date: 
        Time: 
        Place: 

        What happened

        What was said

        What I think of it
type-template-why-not = A template fills an empty sheet. Clear the text first.
type-paste = Paste
type-go-on = Go on typing
type-clear = Clear the text
type-resumed = This is what you had typed and not added yet.
type-words = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
type-found-undated = no date
type-found = Found: { $technique }, { $date }, { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}.
type-found-people = Found: { $technique }, { $date }, { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}; informants { $people }.
type-found-undecided = It is not clear whose label { $labels } is; say so in Data once the source is added.
type-add = Add source
type-why-not = A source needs a name and a text.
