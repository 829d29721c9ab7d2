### Import as one piece of work: trying out, import sheet, report.

import-error-stopped = The import was stopped before “{ $file }” was in.

cli-arg-encoding = Encoding of the files, such as UTF-8, UTF-16LE or windows-1252 (found out where not given)
cli-arg-label = Whose a label is: code of an informant, question (the researcher), other (somebody else) or none (no speaker); may be repeated
cli-arg-as-version = For a file that looks like a new version of a source: correction corrects that source, new makes it a source of its own
cli-arg-new-text = The words that are to stand there; empty to remove
cli-arg-new-text-file = Text file with the words that are to stand there; - reads standard input
import-warning-version = “{ $file }” looks like a new version of { $source }. To correct { $source }, import it as a correction (--as correction).
cli-import-skipped = { $n ->
    [one] { $n } file was not imported because the work ended before its turn.
   *[other] { $n } files were not imported because the work ended before their turn.
}

importing-encoding = Encoding { $encoding }
importing-encoding-guessed = Encoding { $encoding } (a guess)
importing-place = Place: { $place }
importing-no-group = no group
importing-person = Informant { $code }: { $description } ({ $group }, { $standing })
importing-person-bare = Informant { $code } ({ $group }, { $standing })
importing-undecided = undecided
importing-researcher = researcher
importing-other = somebody else, not counted
importing-label = Label “{ $label }” → { $who }, { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}: { $example }
importing-remembered = “{ $file }”: label decisions of an earlier import were used: { $labels }.

sheet-title = { $n ->
    [one] Import { $n } file
   *[other] Import { $n } files
}
sheet-import = { $n ->
    [one] Import { $n } file
   *[other] Import { $n } files
}
sheet-looking = Looking for files…
sheet-reading = Reading { $done } of { $total }: { $name }
sheet-refused = { $n ->
    [one] { $n } file will not be imported; it says why.
   *[other] { $n } files will not be imported; each says why.
}
sheet-skipped = { $what } { $n ->
    [one] { $n } file was not reached.
   *[other] { $n } files were not reached.
}
sheet-take = Import { $name }
sheet-state-refused = refused
sheet-file = { $name } · { $kb } kB
sheet-encoding = Encoding
sheet-encoding-found = { $encoding } (found out)
sheet-encoding-guessed = { $encoding } (a guess; check the preview)
sheet-encoding-find = Find out
sheet-name = Name
sheet-no-name = This source has no name yet. Give it one, then import.
sheet-same-name = There is a source named { $name } already. Give it another name, or choose to correct that source.
sheet-version = This file looks like a new version of { $source }.
sheet-version-correct = Correct { $source }
sheet-version-new = New source
sheet-version-waiting = Comparing it with the text that is there…
sheet-version-same = Its text is that of { $source }; no quotation changes.
sheet-version-more = and { $n } more segments; the report of the import lists them all
sheet-version-twice = Two files of this sheet correct { $source }. Choose one of them.
sheet-date = Date
sheet-date-hint = such as 2025-02-12; may be empty
sheet-no-date = “{ $date }” is no date. Write it like 2025-02-12, or leave it empty.
sheet-for-all = Apply to all files
    .tip = All files of this sheet get the same technique, date and place.
sheet-informants = Informants
sheet-person = { $code }, description
sheet-person-hint = such as Teacher of mathematics, year 8
sheet-no-group = No group
sheet-key = Key informant
sheet-child = Child
sheet-labels = Speaker labels
sheet-labels-note = Holds for all files of this sheet and is remembered for the next import.
sheet-label-count = { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}, { $words ->
    [one] { $words } word
   *[other] { $words } words
}
sheet-undecided = Undecided
sheet-researcher = Researcher
sheet-other = Somebody else
sheet-nobody = No speaker
sheet-new-code = New code, then Enter
sheet-preview = Preview · { $n ->
    [one] { $n } line
   *[other] { $n } lines
}
sheet-preview-waiting = The file is being read…
sheet-preview-none = No preview.
sheet-report = Import report
sheet-report-taken = { $name }: { $technique }, { $informants }, { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}, { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}
sheet-report-skipped = { $name }: not imported, because the work ended before its turn.
sheet-report-nobody = no informant

import-warning-questions = “{ $file }”: { $n ->
    [one] one question without a label was read as the researcher’s
   *[other] { $n } questions without a label were read as the researcher’s
} and the text below as the answer. If that is wrong, choose “Leave as text” in the import sheet (in a terminal: --questions keep).
import-warning-questions-open = “{ $file }” has no speaker labels, but { $n ->
    [one] one line looks like a question of the researcher
   *[other] { $n } lines look like questions of the researcher
}. If they are, choose “Questions and answers” in the import sheet (in a terminal: --questions split); if not, the words belong to no informant.

sheet-questions = Questions without labels
sheet-questions-note = Holds for all files of this sheet.
sheet-questions-count = { $n ->
    [one] One line looks like a question of the researcher
   *[other] { $n } lines look like questions of the researcher
}
sheet-questions-split = Questions and answers
sheet-questions-keep = Leave as text
cli-arg-questions = Questions without speaker labels: split makes them questions and answers, keep leaves them as text, find does so where the shape leaves no doubt (find if not said)

cli-import-passed = Passed over, because no transcript stands in it: { $files }.
sheet-passed = Passed over, because no transcript stands in it: { $files }.
