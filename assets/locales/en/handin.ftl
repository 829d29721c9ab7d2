# Identity, citations, and what is handed in.

identity-heading = Project identity
    .tip = Title, school, researcher, and how passages are cited
    .note = Stands on everything you export.
identity-title = Title of the study
identity-school = School
    .hint = SMPN 31 Tirta Banua
identity-researcher = Researcher
    .hint = Your full name
identity-student-number = Student number
identity-supervisor = Supervisor
identity-citation = Citation pattern
    .note = Tokens: {"{"}technique{"}"} W, O or D · {"{"}who{"}"} the informant, else the running number · {"{"}date:dd-MM-yyyy{"}"} · {"{"}line{"}"} · {"{"}time{"}"} time of the recording, if any · {"{"}source{"}"} · {"{"}short{"}"} · {"{"}place{"}"}. Where two sources would be cited alike, a letter tells them apart.
identity-example = Example
identity-example-is = Example: { $example }
identity-example-none = The example appears once there is a source.
identity-save = Save identity
identity-exported = Exported

sheet-identity = Identity
paper-researcher = { $name } ({ $number })
paper-excerpts = Coded excerpts
paper-comparison = Comparison table
paper-comparison-note = Segments a cell. The suggestion is the program’s; the verdict is the researcher’s.
paper-transcript = Numbered transcripts
paper-codebook = Codebook
paper-counts = { $codings } on { $segments }
paper-locked = { $n ->
    [one] { $n } coding is left out because consent was withdrawn.
   *[other] { $n } codings are left out because consent was withdrawn.
}
paper-memo = Memo: { $text }
paper-nobody = No informant
paper-informants = Informants: { $people }
paper-line-locked = [words of an informant who has withdrawn consent]
paper-indicators = Indicators of { $code }
paper-short = Code
paper-indicator = Indicator
paper-definition = Definition
paper-test = Test
paper-counts-as = Counts
paper-counts-not = Does not count
paper-examples = Examples
paper-keywords = Keywords
paper-counts-and-not = What counts
paper-pairs = Easily taken for each other
paper-pair = Codes
paper-rule = Rule
paper-example = Example
paper-said = { $what }: { $text }
