# What stands in exported files, and why a verdict is suggested.

suggestion-sides = { $sides }.
suggestion-silent = Nothing from: { $columns }.
suggestion-left-out = Not coded yet, left out: { $columns }.
suggestion-undirected = { $missing } of { $all } segments have no direction.

column-rest = Not stated
heading-carried-on = { $heading } (continued { $n })
row-role = Role
row-code = Code

sheet-excerpts = Excerpts
sheet-matrix = Comparison
sheet-counted = How it was counted
sheet-detail = Detail

excerpt-source = Source
excerpt-line = Line
excerpt-line_end = To line
excerpt-citation = Citation
excerpt-speakers = Speakers
excerpt-informants = Informants
excerpt-groups = Groups
excerpt-technique = Technique
excerpt-date = Date
excerpt-code = Code
excerpt-code_name = Name of the code
excerpt-code_path = Role and indicator
excerpt-quote = Quotation
excerpt-direction = Direction of evidence
excerpt-memo = Memo
excerpt-coder = Coder
excerpt-created = Coded at (UTC)
excerpt-start = Start
excerpt-end = End
excerpt-id = Coding ID
excerpt-segment = Segment ID
excerpt-source_id = Source ID
excerpt-revision = Text revision ID
excerpt-code_id = Code ID

comparison-kind = Row
comparison-code = Code
comparison-label = Name
comparison-column = Column
comparison-informants_total = Informants in all
comparison-segments = Segments
comparison-informants = Informants
comparison-codings = Codings
comparison-sources = Sources
comparison-supports = Supports
comparison-partly = Partly
comparison-weakens = Weakens
comparison-unset = Not set
comparison-asked = Asked
comparison-empty_reason = Why empty
comparison-suggestion = Suggestion
comparison-silent = Nothing from
comparison-reason = Reason of the suggestion
comparison-verdict = Verdict
comparison-verdict_silent = Silent sides
comparison-conclusion = Conclusion
comparison-id = Code ID

counted-what = How it was counted
counted-number = Segments
counted-citation = Citation
counted-speakers = Speakers
counted-quote = Quotation
counted-made = Made from the project “{ $title }”, revision { $revision }.
counted-passage = Figures are numbers of segments. A segment is counted once a row, however many codes and coders it has, and belongs to every informant whose words it covers.
counted-rows = The row of a role includes all its indicators.
counted-directions = A segment counts under every direction of evidence it was given; “not set” means that none of its codings has one.
counted-frequency = The number of segments shows how often the researcher gave a code, not how important a role is.
left-out-researcher = Not counted: only words or notes of the researcher
left-out-no-informant = Not counted: text that is no informant’s words
left-out-context = Not counted: coded as context, which is no evidence

export-no-folder = The file cannot be written: there is no folder { $path }. Choose another folder or create it first.
export-is-folder = The file cannot be written: { $path } is a folder. Add a file name.
export-is-project = An export does not overwrite a project file: { $path }. Choose another name.
export-denied = The file cannot be written: { $path } may not be changed. Close it in the other program or choose another folder.
export-full = The file cannot be written: no room is left for { $path }. Free some space or choose another place, then export again.
export-io = The file { $path } cannot be written. Check that its place is still connected, then export again.
export-failed = The file cannot be written. Choose another place, then export again.
export-too-many-rows = An Excel workbook holds at most { $most } rows, the result has { $there }. Narrow it with filters or export to CSV.
export-too-many-columns = An Excel workbook holds at most { $most } columns, the result has { $there }. Choose other columns or export to CSV.
