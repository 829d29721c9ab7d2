# The codebook: its editor, its files, its versions, and what it refuses.

codebook-error-empty = This file is empty. Choose another codebook file.
codebook-error-large = This file is larger than { $most } MB, too large for a codebook. Check that it is the right file.
codebook-error-column = This table has no column { $name }. It has: { $found }. Give the column its heading, then import again.
codebook-error-no-codes = There is no code in this file. Write at least one, then import again.
codebook-error-many = This file holds { $n } codes, more than { $most }. Split it into several codebooks.
codebook-error-nameless = A code has no name: { $code }. Give it one, then import again.
codebook-error-long = This name is longer than { $most } letters: { $name }… Shorten it, then import again.
codebook-error-twice = { $name } stands twice. Change one of the two, then import again.
codebook-error-key-twice = Key { $key } stands twice, the second time for { $code }. Change one of the two, then import again.
codebook-error-deep = { $code } stands more than { $most } levels deep. Raise it, then import again.
codebook-error-ring = The code { $code } stands below itself. Correct its parent, then import again.
codebook-error-value = { $field ->
    [colour] At { $at }, “{ $what }” is no colour. Write it like #D55E00, then import again.
    [color] At { $at }, “{ $what }” is no colour. Write it like #D55E00, then import again.
    [kind] At { $at }, “{ $what }” is no kind of code. Use role, topic, evaluation or other.
    [key] At { $at }, “{ $what }” is no key. Use one digit from 1 to 9.
    [parent] At { $at }, there is no parent “{ $what }” in this file. Correct its name, then import again.
   *[name] At { $at }, a code has no name. Give it one, then import again.
}
codebook-error-pair = This pair of codes cannot be read: { $what }. Correct it, then import again.

codebook-unfit-no-name = A code needs a name. Type one.
codebook-unfit-long = That name is longer than { $most } letters. Shorten it; the definition has room for the rest.
codebook-unfit-same-name = There is a code named { $name } in that place. Use another name, or merge the two.
codebook-unfit-same-short = The short code { $short } belongs to { $name }. Use another one.
codebook-unfit-under-itself = { $code } cannot stand below { $parent }, because { $parent } is that code or stands below it. Choose another place.
codebook-unfit-deep = { $code } would stand more than { $most } levels deep. Choose a higher place.
codebook-unfit-colour = “{ $what }” is no colour. Write it like #D55E00, or choose from the palette.
codebook-unfit-key = “{ $what }” is no key. Use one digit from 1 to 9.
codebook-unfit-into-itself = { $code } cannot be merged into itself. Choose another code.
codebook-unfit-into-own = { $code } cannot be merged into { $into }, which stands below it. Merge them the other way round.
codebook-unfit-pair = { $code } cannot be confused with itself. Choose another code.
codebook-unfit-no-pair = That pair is gone. It may have been removed; see the history.
codebook-unfit-no-book = That codebook is gone. Choose another one.
codebook-unfit-nameless-book = A codebook needs a name. Type one.
codebook-unfit-same-book = There is a codebook named { $name }. Use another name.
codebook-unfit-many = A project holds at most { $most } codes. Delete some that are not used.

codebook-merged-direction = { $direction ->
    [supports] Direction of evidence in { $code } before merging: supports
    [partly] Direction of evidence in { $code } before merging: partly
    [weakens] Direction of evidence in { $code } before merging: weakens
   *[context] Direction of evidence in { $code } before merging: context
}
codebook-merged-value = { $value ->
    [agreement] In { $code } before merging: agreement
    [partial] In { $code } before merging: partial agreement
    [silence] In { $code } before merging: silence
    [dissonance] In { $code } before merging: dissonance
    [unrated] In { $code } before merging: not rated
    [not_asked] In { $code } before merging: not asked
    [not_mentioned] In { $code } before merging: asked, not mentioned
    [dont_know] In { $code } before merging: says “don’t know”
    [optimal] In { $code } before merging: optimal
    [adequate] In { $code } before merging: adequate
   *[not_yet_optimal] In { $code } before merging: not yet optimal
}

codebook-version-field = { $field } of { $code }: “{ $from }” → “{ $to }”
codebook-field = { $what ->
    [name] Name
    [short] Short code
    [kind] Kind
    [key] Key
    [colour] Colour
    [definition] Definition
    [test] One-line test
    [counts] Counts
    [counts_not] Does not count
    [examples] Examples
    [keywords] Keywords
   *[aliases] Other names
}
codebook-version-moved = { $code } moved from { $from } to { $to }
codebook-version-order = The order of the codes changed
codebook-version-added = { $code } added
codebook-version-added-many = { $n ->
    [one] { $n } code added
   *[other] { $n } codes added
}
codebook-version-removed = { $code } removed
codebook-version-removed-many = { $n ->
    [one] { $n } code removed
   *[other] { $n } codes removed
}
codebook-version-pair = { $from } and { $to } noted as easily confused: { $rule }
codebook-version-pair-changed = Rule that tells { $from } from { $to }: { $rule }
codebook-version-pair-gone = Pair { $from } and { $to } removed: { $rule }
codebook-version-book = Codebook “{ $from }” → “{ $to }”

codebook-merge-what = { $from } is merged into { $into }.
codebook-merge-codings = { $n ->
    [one] { $n } coding moves to { $into }.
   *[other] { $n } codings move to { $into }.
}
codebook-merge-same = { $n ->
    [one] { $n } identical segment becomes one.
   *[other] { $n } identical segments become one each.
}
codebook-merge-joined = { $n ->
    [one] { $n } coding of the same segment becomes one.
   *[other] { $n } codings of the same segments become one each.
}
codebook-merge-directions = { $n ->
    [one] { $n } coding differs in direction: that of { $into } holds, the other is written into its memo.
   *[other] { $n } codings differ in direction: those of { $into } hold, the others are written into their memos.
}
codebook-merge-memos = { $n ->
    [one] { $n } memo moves.
   *[other] { $n } memos move.
}
codebook-merge-memos-joined = { $n ->
    [one] { $n } memo is joined to the one that is there.
   *[other] { $n } memos are joined to those that are there.
}
codebook-merge-findings = { $n ->
    [one] { $n } finding moves to { $into }.
   *[other] { $n } findings move to { $into }.
}
codebook-merge-judgements = { $n ->
    [one] { $n } verdict, cell summary or evaluation moves.
   *[other] { $n } verdicts, cell summaries or evaluations move.
}
codebook-merge-judgements-joined = { $n ->
    [one] { $n } verdict, cell summary or evaluation is joined; the choice at { $into } holds.
   *[other] { $n } verdicts, cell summaries or evaluations are joined; the choices at { $into } hold.
}
codebook-merge-children = { $n ->
    [one] { $n } code below moves below { $into }.
   *[other] { $n } codes below move below { $into }.
}
codebook-merge-renamed = { $n ->
    [one] { $n } of them gets another name or short code, because its own is taken.
   *[other] { $n } of them get another name or short code, because their own are taken.
}
codebook-merge-pairs = { $n ->
    [one] { $n } pair of easily confused codes moves along.
   *[other] { $n } pairs of easily confused codes move along.
}
codebook-merge-aliases = { $into } is still found by the old names: { $names }.
codebook-deletion = This takes along: { $codes } codes, { $codings } codings, { $segments } segments, { $memos } memos, { $findings } findings, { $judgements } verdicts, summaries or evaluations.
codebook-import-preview = { $added } new codes, { $changed } changed, { $unchanged } unchanged.

codebook-add = Add indicator
codebook-more = Codebook actions
codebook-code-more = Actions for this code
codebook-new-top = Add a code at the top
codebook-new-book = Add a second codebook
codebook-first = First codebook
codebook-rename-book = Rename this codebook
codebook-delete-book = Delete this codebook
codebook-export-csv = Export to CSV…
codebook-export-json = Export to JSON…
codebook-exporting = Exporting the codebook
codebook-exported = The codebook was written to { $path }
codebook-file = codebook
codebook-versions = Versions of the codebook
codebook-code-versions = Versions of this code
codebook-versions-none = Nothing has changed yet.
codebook-filter = Filter codes
codebook-filter-none = No code matches.
codebook-name-hint = Name of the code
codebook-none-chosen = Choose a code at the left to see and edit it.
codebook-facts = { $chosen ->
    [0] { $n } codes
    [1] { $n } codes
   *[other] { $n } codes · { $chosen } chosen
}
codebook-take-emaslim = Use the EMASLIM codebook
codebook-make = Create code
codebook-edit = Edit codebook
codebook-edit-code = Edit code
codebook-recolour = Change colour
codebook-add-below = Add a code below
codebook-rename = Rename
codebook-merge = Merge into another code…
codebook-delete = Delete code
codebook-merge-chosen = Merge { $n } codes…
codebook-merge-title = Merge codes
codebook-merge-about = Into which code is { $codes } to be merged? Codings, memos and findings move along; the old name can still be searched for.
codebook-merge-find = Find the code that stays
codebook-merge-undo = Merging can be undone.
codebook-merge-do = Merge codes
codebook-merge-other = Choose another code
codebook-merge-cancel = Cancel
codebook-one-a-line = One a line
codebook-kind = { $kind ->
    [role] Role
    [topic] Topic
    [evaluation] Evaluation
   *[other] Other
}
codebook-no-key = No key
codebook-colour = Colour { $colour }
codebook-used = { $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
} · { $codings ->
    [one] { $codings } coding
   *[other] { $codings } codings
} · { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}
codebook-memo = Memo on the code
codebook-pairs = Easily confused with
codebook-pair-remove = Remove the pair with { $code }
codebook-pair-rule = Rule that tells it from { $code }
codebook-pair-example = Example that tells it from { $code }
codebook-pair-add = Add a code that is easily confused
codebook-pair-hint = Short code or name
place-codebook = Codebook
codebook-import = Import a codebook
codebook-import-about = A JSON or CSV file. What it holds is shown before anything changes.
codebook-import-path = Where the file is
codebook-import-read = Read file
codebook-import-pick = Choose file…
codebook-import-unfit = This file holds { $n } codes that cannot be merged with those that are there.
codebook-import-how = Codes of the same short code or name are brought up to date; nothing is deleted.
codebook-import-name = Its name, as a second codebook
codebook-import-merge = Merge into the first codebook
codebook-import-beside = Make it a second codebook
codebook-error-unreadable = That file cannot be read. Check where it is, then try again.
dialog-unseen-open = The dialog for files does not show. Type where the file is.
codebook-edge = Width of the code tree
