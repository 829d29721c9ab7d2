### Import as one piece of work: trying out, import sheet, report.

import-error-stopped = The import was stopped before “{ $file }” was in.

cli-arg-encoding = Encoding of the files, such as UTF-8, UTF-16LE or windows-1252 (found out where not given)
cli-arg-label = Whose a label is: code of an informant, question (the researcher), other (somebody else) or none (no speaker); may be repeated
cli-import-skipped = { $n ->
    [one] { $n } file was not imported because the work ended before its turn.
   *[other] { $n } files were not imported because the work ended before their turn.
}

importing-encoding = Encoding { $encoding }
importing-place = Place: { $place }
importing-no-group = no group
importing-person = Informant { $code }: { $description } ({ $group }, { $standing })
importing-undecided = undecided
importing-researcher = researcher
importing-other = somebody else, not counted
importing-label = Label “{ $label }” → { $who }, { $turns ->
    [one] { $turns } turn
   *[other] { $turns } turns
}: { $example }
importing-remembered = “{ $file }”: label decisions of an earlier import were used: { $labels }.
