# The command line: help, answers, and what went wrong.

cli-about = A desktop workbench for qualitative research: code interviews, observations and documents, and triangulate them. Without a command it opens the window.
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options

cli-help-demo = Build the sample study, fully coded, print its comparison, write its exports, then open the window
cli-help-new = Create a project
cli-help-import = Bring in documents (Word, ODT, RTF, HTML, Markdown, text, subtitles, what transcription programs write) or folders; each file is one step that can be undone
cli-help-edit = Correct words of a transcript; segments follow the text and what changes is named
cli-help-sources = List the sources
cli-help-informants = List the informants
cli-help-codes = List the codes of the codebook
cli-help-codings = List coded quotations
cli-help-text = Print the text of a source as it is
cli-help-code = Put a code on a quotation, or many codes on many quotations at once
cli-help-uncode = Remove a coding
cli-help-compare = Set the sides next to each other: how many segments each says about each role or code
cli-help-export = Write excerpts, the comparison, tables, charts, transcripts, the codebook, the audit trail or member check sheets to a file
cli-help-undo = Take back the last step
cli-help-redo = Bring back what was taken back last
cli-help-history = List what was done, newest first
cli-help-check = Check the file, its history and every quotation against its text

cli-arg-project = The project file (.emaslim)
cli-arg-lang = Language: id or en; for a new project also of its codebook, for an export of its headers
cli-arg-help = Show this help
cli-arg-version = Show the version
cli-arg-into = Folder to build it in; a new temporary folder where none is named
cli-arg-no-window = Do not open the window
cli-arg-codebook = Codebook to start with: emaslim, empty, or a JSON file
cli-arg-paths = Documents, text files or folders
cli-arg-technique = interview, observation or document
cli-arg-informant = Code of an informant, such as KS or G1
cli-arg-group = Group of informants: principal, teacher, student, …
cli-arg-date = Date of collection, YYYY-MM-DD
cli-arg-place = Place of collection
cli-arg-dry-run = Show what would be imported and change nothing
cli-arg-json = Answer in JSON, for scripts
cli-arg-source = A source by its id, name or short code
cli-arg-code = A code by its id, name or short code
cli-arg-coder = Name of the coder
cli-arg-direction = Direction of evidence: supports, partly, weakens or context; when listing also null
cli-arg-lines = Only these lines, such as 45-48; lines count from 1
cli-arg-quote = The words, character for character
cli-arg-quote-file = A text file that holds the words
cli-arg-range = Code points from 0, the end not included, such as 120..180
cli-arg-from = A file of codings as codings --json prints them; - reads standard input
cli-arg-nth = Which occurrence, where the words stand several times
cli-arg-memo = A memo on the coding
cli-arg-coding = A coding by its id or the end of it
cli-arg-rows = What stands in the rows: roles, codes or findings
cli-arg-by = What stands in the columns: group, informant, technique, source, date or coder
cli-arg-what = What to export: excerpts, comparison, tables, chart, transcript, codebook, audit or membercheck
cli-arg-format = docx, xlsx, html, md, csv, json, png or svg; a pair that does not exist lists those that do
cli-arg-chart = Which chart: informants (how many per role) or coverage (the coverage map)
cli-arg-output = The file to write
cli-arg-limit = At most so many steps

cli-usage-unknown = “{ $word }” is not understood here. emaslim --help lists what is.
cli-usage-unknown-near = “{ $word }” is not understood here. Did you mean { $near }?
cli-usage-command = There is no command “{ $word }”. emaslim --help lists the commands.
cli-usage-missing = Something is missing: { $what }. The command with --help shows what it takes.
cli-usage-conflict = { $word } cannot be used together with { $other }. Leave one of them out.
cli-usage-choice = “{ $value }” is no value of { $argument }. Choose one of: { $choices }.
cli-usage-value-missing = { $argument } needs a value. The command with --help shows which.
cli-usage-value = “{ $value }” is no value of { $argument }. The command with --help shows how it is written.
cli-usage-letters = One of the words typed is not valid UTF-8. Put such words into a file and use --quote-file.
cli-usage-other = The command is not understood. emaslim --help lists the commands and their options.
cli-usage-narrow = A comparison cannot be narrowed by code, group or the like. Leave these options out, or export excerpts.
cli-usage-within = --within is for --what comparison only. Leave it out, or export the comparison.
cli-usage-pair = There is no export of { $what } as { $format }. Choose one of: { $pairs }.

cli-project-missing = There is no project or command { $path }. Check the name, or create a project with emaslim new; emaslim --help lists the commands.
cli-window-none = There is no display for the window here. Run it on a machine with one, or use a command; emaslim --help lists them.
cli-window-failed = The window cannot be opened ({ $why }). Run it where there is a display, or use a command; emaslim --help lists them.
cli-file-unreadable = A file cannot be read ({ $why }). Check the name and try again: { $path }
cli-why-missing = not found
cli-why-folder = it is a folder
cli-why-no-folder = it is a file, not a folder
cli-why-denied = not permitted
cli-why-full = no space left
cli-why-other = the system refuses
cli-file-letters = A file is not UTF-8 text. Save it as UTF-8 and try again: { $path }
cli-folder-failed = The folder cannot be written to ({ $why }). Name another one with --into: { $path }
cli-output-failed = The answer cannot be written ({ $why }). Free some space or choose another place, then try again.
cli-from-not-json = Line { $line }, column { $column } does not read as a coding. Give a file as codings --json prints it: { $path }
cli-from-empty = There are no codings in this file. Give a file as codings --json prints it: { $path }
cli-from-entry = Nothing was coded, because of entry { $number }: { $why }

cli-created = { $codes ->
    [one] Created with { $codes } code: { $path }
   *[other] Created with { $codes } codes: { $path }
}
cli-nothing-changed = Nothing to change: it is so already.
cli-undone = Undone: { $what }
cli-redone = Redone: { $what }
cli-nothing-to-undo = There is nothing to undo. emaslim history lists what was done.
cli-nothing-to-redo = There is nothing to redo. Only what was undone last can be brought back.
cli-step-undone = { $what } (undone)
cli-check-well = All is well: { $quotations } quotations and { $steps } steps checked.
cli-check-wrong = { $n ->
    [one] { $n } thing is wrong. Work on in a copy and keep the file as it is: { $path }
   *[other] { $n } things are wrong. Work on in a copy and keep the file as it is: { $path }
}

cli-imported = { $name }: { $technique }, { $informants }, { $date }, { $lines }
cli-import-nobody = no informant
cli-import-undated = no date
cli-import-would = Nothing was changed; without --dry-run this would be imported.

cli-column-source = Source
cli-column-technique = Technique
cli-column-informants = Informants
cli-column-date = Date
cli-column-lines = Lines
cli-column-segments = Segments
cli-column-codings = Codings
cli-column-informant = Informant
cli-column-description = Description
cli-column-group = Group
cli-column-standing = Standing
cli-column-sources = Sources
cli-column-code = Code
cli-column-name = Name
cli-column-coding = Coding
cli-column-citation = Citation
cli-column-direction = Direction
cli-column-quote = Quotation
cli-column-when = When
cli-column-coder = Coder
cli-column-what = What
cli-column-suggestion = Suggestion
cli-standing-key = key
cli-standing-additional = additional

cli-suggested-silent = { $verdict }; nothing from { $columns }
cli-left-out = { $reason }: { $segments }
cli-exported = { $n ->
    [one] Written, { $n } row: { $path }
   *[other] Written, { $n } rows: { $path }
}
cli-export-onto-project = The export would overwrite the project itself. Name another file with -o: { $path }

cli-demo-folder = Sample study in { $path }
cli-demo-counts = { $segments } passages, { $codings } codings
cli-demo-written = Exports written: { $files }
cli-demo-no-window = There is no display for the window here; the sample study can be used from the command line.
sample-stopped = The sample study was not built, because it was stopped. Start it again when you like.
sample-damaged = The sample study inside this program is damaged. Install the program again.

cli-panic = Emaslim has to stop because of a fault of its own; everything up to the last step is saved. Please send this report to its makers: { $path }
cli-panic-unwritten = Emaslim has to stop because of a fault of its own; everything up to the last step is saved. Please tell its makers what you did.

lookup-unknown-source = There is no source “{ $name }”. emaslim sources lists the sources.
lookup-unknown-code = There is no code “{ $name }”. emaslim codes lists the codes.
lookup-unknown-informant = There is no informant “{ $name }”. emaslim informants lists the informants.
lookup-unknown-group = There is no group “{ $name }”, and no other group in this project.
lookup-unknown-coder = There is no coder “{ $name }”. emaslim codings --json names the coders.
lookup-unknown-coding = There is no coding “{ $name }”. emaslim codings lists the codings.
lookup-nearest-source = There is no source “{ $name }”. Nearest: { $nearest }.
lookup-nearest-code = There is no code “{ $name }”. Nearest: { $nearest }.
lookup-nearest-informant = There is no informant “{ $name }”. Nearest: { $nearest }.
lookup-nearest-group = There is no group “{ $name }”. Choose one of: { $nearest }.
lookup-nearest-coder = There is no coder “{ $name }”. Nearest: { $nearest }.
lookup-nearest-coding = There is no coding “{ $name }”. Nearest: { $nearest }.
lookup-ambiguous-source = Several sources are called “{ $name }”. Name one by its id: { $candidates }.
lookup-ambiguous-code = Several codes are called “{ $name }”. Name one by its id: { $candidates }.
lookup-ambiguous-informant = Several informants are called “{ $name }”. Name one by its id: { $candidates }.
lookup-ambiguous-group = Several groups are called “{ $name }”. Name one by its id: { $candidates }.
lookup-ambiguous-coder = Several coders are called “{ $name }”. Name one by its id: { $candidates }.
lookup-ambiguous-coding = Several codings end in “{ $name }”. Give the whole id of one: { $candidates }.
lookup-quote-empty = No words to look for. Give the quotation, or its range.
lookup-quote-missing = The quotation does not occur in this source. Copy it from the text, character for character.
lookup-quote-near = { $n ->
    [one] The quotation does not occur character for character. Nearly the same stands on line { $lines }; copy it from there.
   *[other] The quotation does not occur character for character. Nearly the same stands on lines { $lines }; copy it from there.
}
lookup-quote-repeated = The quotation occurs { $n } times, on lines { $lines }. Choose one with --nth, or give more words.
lookup-quote-nth = { $n ->
    [one] There is no occurrence { $nth }: the quotation stands once, on line { $lines }.
   *[other] There is no occurrence { $nth }: the quotation stands { $n } times, on lines { $lines }. Choose one of these with --nth.
}
lookup-range-beyond = The range { $range } reaches beyond the text, which has { $length } characters. Give a range inside it.
lookup-range-empty = The range { $range } holds no words. Its end must lie behind its start.
lookup-line-beyond = { $n ->
    [one] There is no line { $line }: the text has { $n } line. Lines count from 1.
   *[other] There is no line { $line }: the text has { $n } lines. Lines count from 1.
}

cli-help-project = Show what the project says about itself, or set it
cli-arg-title = Title of the study
cli-arg-school = The school or place
cli-arg-researcher = Who does the research
cli-arg-student-number = The researcher’s student number
cli-arg-supervisor = The supervisor
cli-arg-citation = How passages are cited, from the tokens technique, who, date, line, source, short and place in braces
cli-project-fact = { $name }: { $value }
cli-arg-pseudonyms = Name informants by their pseudonyms where they have one
cli-exported-paper = Written: { $path }
cli-export-replaced = { $n ->
    [one] { $n } control character that such a file cannot hold was replaced by �.
   *[other] { $n } control characters that such a file cannot hold were replaced by �.
}
cli-export-locked = { $n ->
    [one] { $n } coding was left out because consent was withdrawn.
   *[other] { $n } codings were left out because consent was withdrawn.
}
cli-export-guardians = These children have no guardian’s consent, and their words may be in the file: { $names }.
cli-usage-by = --by cannot be { $value } here. Choose one of: { $choices }.

cli-help-codebook = Change the codebook: add, change, move, merge and delete codes; import a codebook; see its versions
cli-help-codebook-add = Add a code or an indicator
cli-help-codebook-rename = Rename a code
cli-help-codebook-recolour = Give a code another colour; codes below it of the same colour follow
cli-help-codebook-set = Write other fields of a code; what is not named stays
cli-help-codebook-move = Move codes with all below them
cli-help-codebook-merge = Merge codes into another one; no coding and no memo is lost
cli-help-codebook-delete = Delete codes with their codings and memos; it can be undone
cli-help-codebook-confuse = Note two easily confused codes and the rule that tells them apart
cli-help-codebook-import = Import a codebook, JSON or CSV: merged by short code or name, or beside the one there is
cli-help-codebook-rename-book = Rename a codebook beside the first one
cli-help-codebook-delete-book = Delete a codebook beside the first one with its codes
cli-help-codebook-versions = List the steps that changed the codebook, before and after
cli-arg-code-name = Name of the code
cli-arg-parent = The code above it
cli-arg-short = Short code, for example SUP.2
cli-arg-kind = role, topic, evaluation or other
cli-arg-colour = Colour, for example #D55E00
cli-arg-of-codebook = A codebook beside the first one, by its name; the first one without this
cli-arg-codes = Codes by id, name or short code
cli-arg-under = Move below this code
cli-arg-top = Move to the top level
cli-arg-place-among = Place among its siblings, from 1; the last without this
cli-arg-into-code = The code that stays
cli-arg-preview-only = Show what would happen and change nothing
cli-arg-rule = The rule that tells the two apart
cli-arg-example = An example that tells the two apart
cli-arg-remove = Remove this pair
cli-arg-codebook-file = A codebook file, JSON or CSV
cli-arg-beside = Make it a new codebook of this name, beside the one there is
cli-arg-key-digit = The digit 1–9 that applies this code, or none
cli-arg-definition = Definition
cli-arg-test = One-line test
cli-arg-counts = What counts; repeat for several
cli-arg-counts-not = What does not count; repeat for several
cli-arg-examples = Example; repeat for several
cli-arg-keywords = Keyword; repeat for several
cli-arg-aliases = Another name; repeat for several

cli-help-coding = Change the boundary, the code or the direction of one coding; each change is one step
cli-help-segments = List segments with their reductions and key marks
cli-help-segment = Write the reduction of a segment, or mark it as a key quotation
cli-arg-new-range = The new boundary: code points from 0, the end not included, such as 120..180
cli-arg-new-code = The code in its place, by its id, name or short code
cli-arg-new-direction = Direction of evidence: supports, partly, weakens, context or none
cli-arg-segment = A segment by its id or the end of it, or one of its codings
cli-arg-reduction = The core of the statement in the researcher’s words
cli-arg-reduction-file = A text file that holds the reduction; - reads standard input
cli-arg-no-reduction = Remove the reduction
cli-arg-key-mark = Mark as a key quotation
cli-arg-no-key-mark = Take the mark back
cli-arg-to = Go back to before this step, by its id or the beginning or end of it
cli-arg-undo-dry-run = Only say what would be undone; nothing is changed
cli-arg-of-coding = Only steps that touched this coding
cli-column-segment = Segment
cli-column-key = Key
cli-column-reduction = Reduction
cli-column-step = Step
cli-would-undo = Would be undone: { $what }
cli-nothing-from-there = From that step on there is nothing left to undo.
lookup-unknown-segment = There is no segment “{ $name }”. emaslim segments lists the segments.
lookup-unknown-step = There is no step “{ $name }”. emaslim history lists the steps.
lookup-nearest-segment = There is no segment “{ $name }”. Nearest: { $nearest }.
lookup-nearest-step = There is no step “{ $name }”. Nearest: { $nearest }.
lookup-ambiguous-segment = Several segments end in “{ $name }”. Give the whole id of one: { $candidates }.
lookup-ambiguous-step = Several steps begin or end with “{ $name }”. Give the whole id of one: { $candidates }.

cli-help-findings = List findings with their evidence and what to beware of
cli-help-finding = Write, change, link or delete a finding, or note a member check
cli-help-finding-add = Write a finding under a code
cli-help-finding-change = Write the claim anew, or put the finding under another code
cli-help-finding-move = Put a finding before another one of its code, or behind them all
cli-help-finding-link = Link segments to a finding, or set the direction of those that are linked
cli-help-finding-unlink = Take segments from a finding
cli-help-finding-delete = Delete a finding with its evidence and member checks
cli-help-finding-check = Note what an informant says to a finding
cli-help-verdict = Set the verdict of a row, accept the suggestion, or write the conclusion
cli-help-cell = Write what a column says in a row, or why it says nothing
cli-help-evaluate = Judge how well a role is carried out, with a reason and quotations
cli-arg-claim = What is claimed
cli-arg-new-claim = The claim, written anew
cli-arg-finding = A finding by its id, the end of it, or its whole claim
cli-arg-before-finding = The finding that it is to stand before; behind them all without it
cli-arg-cited = Segments by id or citation, such as "W.KS.12-02-2025, baris 45"
cli-arg-state = not_sent, sent, confirmed, corrected or rejected
cli-arg-check-date = Day on which it was sent or answered, YYYY-MM-DD
cli-arg-check-note = What the informant says
cli-arg-row = A row: a code by its id, name or short code, or a finding by its id or claim
cli-arg-verdict = agreement, partial, silence, dissonance or unrated
cli-arg-accept = Take the verdict that the program suggests now
cli-arg-silent = Columns that say nothing, by their ids; those of the suggestion without it
cli-arg-conclusion = The conclusion; empty removes it
cli-arg-conclusion-file = A text file that holds the conclusion; - reads standard input
cli-arg-column = A column by its id or its name
cli-arg-within = Within the columns of what: group, informant, technique, source, date or coder
cli-arg-summary = What the column says, in one sentence; empty removes it
cli-arg-summary-file = A text file that holds the summary; - reads standard input
cli-arg-empty-reason = Why the cell is empty: not_asked, not_mentioned, dont_know; null has it computed again
cli-arg-empty-segment = The words that show it, by segment or citation; the line need not be coded
cli-arg-role = A role by its id, name or short code
cli-arg-value = optimal, adequate or not_yet_optimal
cli-arg-evaluation-reason = Why
cli-arg-key-segment = A quotation that shows it, by segment or citation; may be given several times
cli-arg-remove-evaluation = Remove the evaluation
cli-column-finding = Finding
cli-column-claim = Claim
cli-column-evidence = Evidence
cli-column-warnings = Beware
cli-column-verdict = Verdict
cli-look-again = { $verdict } (look again)
cli-verdict-nothing = Nothing is suggested for { $row }: { $missing } of { $all } segments have no direction. Set them first, or choose a verdict.
cli-cell-column = There is no column “{ $column }”. Choose one of: { $known }.
cli-beware-one_informant = one informant only
cli-beware-one_technique = one technique only
cli-beware-only_principal = only the principal about the principal
cli-beware-unresolved = contradiction without a conclusion
lookup-unknown-finding = There is no finding “{ $name }”. emaslim findings lists the findings.
lookup-nearest-finding = There is no finding “{ $name }”. Nearest: { $nearest }.
lookup-ambiguous-finding = Several findings are called “{ $name }”. Name one by its id: { $candidates }.
cli-arg-table = Only this table: 4.1 to 4.6; all of them without
cli-arg-cells = Cells of the triangulation: summaries, citations or quotes
cli-arg-landscape = Landscape pages
cli-arg-portrait = Portrait pages
cli-arg-counted = Include counts of informants and segments
