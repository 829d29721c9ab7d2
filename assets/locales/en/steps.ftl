# Sentences of the history: what was done, one sentence a step.

step-new = Created the project { $title }
step-import = Imported { $source }
step-correct = Corrected { $source }{ $n ->
    [0] { "" }
    [one] : { $n } quotation changed
   *[other] : { $n } quotations changed
}{ $segments ->
    [0] { "" }
    [one] { $n ->
        [0] :
       *[other] ,
    } { $segments } segment gone
   *[other] { $n ->
        [0] :
       *[other] ,
    } { $segments } segments gone
}
step-code = Coded { $source } line { $lines } with { $code }{ $direction ->
    [supports] { " " }(supports)
    [partly] { " " }(partly supports)
    [weakens] { " " }(weakens)
    [context] { " " }(context)
   *[unset] { "" }
}
step-code-same = { $n ->
    [one] Coded { $n } quotation with { $code }
   *[other] Coded { $n } quotations with { $code }
}
step-code-many = { $n ->
    [one] Applied { $n } coding
   *[other] Applied { $n } codings
}
step-code-new = Added the code { $code } at { $source } line { $lines }
step-code-new-many = { $n ->
    [one] Added the code { $code } at { $n } quotation
   *[other] Added the code { $code } at { $n } quotations
}
step-joined = { $what }; one with { $n ->
    [one] an overlapping coding
   *[other] { $n } overlapping codings
}{ $direction ->
    [differing] ; their directions differ, so none is set
   *[same] { "" }
}
step-move = Moved the boundary of { $code } in { $source } to line { $lines }
step-move-within = Moved the boundary of { $code } in { $source } within line { $lines }
step-recode = Code at { $source } line { $lines } replaced: { $from } → { $to }
step-reduction = Wrote the reduction of { $what }
step-reduction-remove = Removed the reduction of { $what }
step-key = Marked { $what } as a key quotation
step-key-many = { $n ->
    [one] Marked { $n } quotation as a key quotation
   *[other] Marked { $n } quotations as key quotations
}
step-key-remove = Took the key mark from { $what }
step-key-remove-many = { $n ->
    [one] Took the key mark from { $n } quotation
   *[other] Took the key mark from { $n } quotations
}
step-uncode = Removed { $code } from { $source } line { $lines }
step-uncode-many = { $n ->
    [one] Removed { $n } coding
   *[other] Removed { $n } codings
}
step-direction = { $direction ->
    [supports] Direction of { $code } at { $source } line { $lines }: supports
    [partly] Direction of { $code } at { $source } line { $lines }: partly supports
    [weakens] Direction of { $code } at { $source } line { $lines }: weakens
    [context] Direction of { $code } at { $source } line { $lines }: context
   *[unset] Direction of { $code } at { $source } line { $lines }: not set
}
step-direction-many = { $direction ->
    [supports] Direction of { $n } codings: supports
    [partly] Direction of { $n } codings: partly supports
    [weakens] Direction of { $n } codings: weakens
    [context] Direction of { $n } codings: context
   *[unset] Direction of { $n } codings: not set
}
step-memo = { $host ->
    [journal] Wrote a page of the journal
    [source] Wrote a memo on the source { $what }
    [informant] Wrote a memo on the informant { $what }
    [code] Wrote a memo on the code { $what }
    [segment] Wrote a memo on { $what }
    [coding] Wrote a memo on the coding at { $what }
   *[finding] Wrote a memo on a finding
}
step-memo-remove = { $host ->
    [journal] Removed a page of the journal
    [source] Removed the memo on the source { $what }
    [informant] Removed the memo on the informant { $what }
    [code] Removed the memo on the code { $what }
    [segment] Removed the memo on { $what }
    [coding] Removed the memo on the coding at { $what }
   *[finding] Removed the memo on a finding
}
step-source-rename = Renamed { $before } to { $after }
step-source-describe = { $field ->
    [name] Renamed a source: { $source }
    [short] { $n ->
        [one] Changed the short code of { $source }
       *[other] Changed the short codes of { $n } sources
    }
    [description] { $n ->
        [one] Changed the description of { $source }
       *[other] Changed the descriptions of { $n } sources
    }
    [technique] { $n ->
        [one] Changed the technique of { $source }
       *[other] Changed the technique of { $n } sources
    }
    [date] { $n ->
        [one] Changed the date of { $source }
       *[other] Changed the date of { $n } sources
    }
    [place] { $n ->
        [one] Changed the place of { $source }
       *[other] Changed the place of { $n } sources
    }
    [setting] { $n ->
        [one] Changed the setting of { $source }
       *[other] Changed the setting of { $n } sources
    }
    [note] { $n ->
        [one] Changed the note on { $source }
       *[other] Changed the notes on { $n } sources
    }
   *[several] { $n ->
        [one] Changed details of { $source }
       *[other] Changed details of { $n } sources
    }
}
step-source-delete = { $n ->
    [one] Deleted { $source }
   *[other] Deleted { $n } sources
}{ $segments ->
    [0] , nothing was coded in it
    [one] { " " }with { $segments } segment
   *[other] { " " }with { $segments } segments
}{ $codings ->
    [0] { "" }
    [one] , { $codings } coding
   *[other] , { $codings } codings
}{ $memos ->
    [0] { "" }
    [one] , { $memos } memo
   *[other] , { $memos } memos
}{ $cited ->
    [0] { "" }
    [one] ; { $cited } quotation of a finding or an evaluation went with it
   *[other] ; { $cited } quotations of findings and evaluations went with it
}{ $notes ->
    [0] { "" }
    [one] ; { $notes } note in a cell went with it
   *[other] ; { $notes } notes in cells went with it
}
step-source-done = { $n ->
    [one] Marked { $source } as done
   *[other] Marked { $n } sources as done
}
step-source-not-done = { $n ->
    [one] Marked { $source } as not done
   *[other] Marked { $n } sources as not done
}
step-source-type = Typed in { $source }
step-place = { $source } line { $lines }
step-undo = Undid: { $what }
step-redo = Redid: { $what }
step-migrate = Brought the project file from version { $from } to version { $to }
step-unreadable = A step that cannot be read ({ $operation })
step-restore = Restored the backup of { $from }
step-rescue = Rescued from a damaged file
step-rescue-anew = Rescued from a damaged file; the history begins anew
step-project = Changed the identity of the project { $title }
step-citation = Changed the citation pattern to { $pattern }
step-code-add = Added the code { $code }
step-code-change = { $what ->
    [name] Name of { $code }: { $from } → { $to }
    [short] Short code of { $code }: { $from } → { $to }
    [kind] Changed the kind of { $code }
    [colour] Colour of { $code }: { $from } → { $to }
    [definition] Changed the definition of { $code }
    [test] Changed the one-line test of { $code }
    [counts] Changed what counts as { $code }
    [counts_not] Changed what does not count as { $code }
    [examples] Changed the examples of { $code }
    [keywords] Changed the keywords of { $code }
   *[aliases] Changed the other names of { $code }
}
step-code-change-many = Changed { $n } fields of { $code }
step-code-key = Key { $n } now applies { $code }
step-code-key-taken = Key { $n } now applies { $code }, no longer { $from }
step-code-key-none = { $code } has no key any more
step-code-move = { $codes ->
    [1] Moved the code { $code } below { $to }
   *[other] Moved { $codes } codes below { $to }: { $code }
}
step-code-move-top = { $codes ->
    [1] Moved the code { $code } at the top level
   *[other] Moved { $codes } codes at the top level: { $code }
}
step-code-merge = { $n ->
    [one] Merged { $from } into { $to } ({ $n } coding)
   *[other] Merged { $from } into { $to } ({ $n } codings)
}
step-code-delete = { $codes ->
    [0] Deleted the code { $code } with { $n ->
        [one] { $n } coding
       *[other] { $n } codings
    }
    [one] Deleted the code { $code } with { $codes } code below it and { $n ->
        [one] { $n } coding
       *[other] { $n } codings
    }
   *[other] Deleted the code { $code } with { $codes } codes below it and { $n ->
        [one] { $n } coding
       *[other] { $n } codings
    }
}
step-code-delete-many = Deleted the codes { $code } with { $codes } codes below them and { $n } codings
step-code-pair = Noted { $from } and { $to } as easily confused
step-code-pair-change = Changed the rule that tells { $from } from { $to }
step-code-pair-remove = Removed the pair { $from } and { $to }
step-codebook-add = { $n ->
    [0] Added the codebook { $name }
    [one] Added the codebook { $name } with { $n } code
   *[other] Added the codebook { $name } with { $n } codes
}
step-codebook-change = Changed the codebook { $from } → { $to }
step-codebook-delete = Deleted the codebook { $name } with { $codes } codes and { $n } codings
step-codebook-import = Took the EMASLIM codebook ({ $n } codes)
step-codebook-merge = Imported a codebook: { $n } new codes, { $codes } changed
step-code-order = { $codes ->
    [1] Changed the place of the code { $code }
   *[other] Changed the places of { $codes } codes: { $code }
}
step-finding-add = Wrote the finding { $claim } under { $code }{ $n ->
    [0] { "" }
    [one] { " " }with { $n } piece of evidence
   *[other] { " " }with { $n } pieces of evidence
}
step-finding-change = Changed a finding of { $code } to { $claim }
step-finding-recode = Moved the finding { $claim } under { $code }
step-finding-move = Changed the place of the finding { $claim }
step-finding-delete = Deleted the finding { $claim }{ $n ->
    [0] { "" }
    [one] { " " }with { $n } piece of evidence
   *[other] { " " }with { $n } pieces of evidence
}{ $checks ->
    [0] { "" }
    [one] , { $checks } member check
   *[other] , { $checks } member checks
}{ $verdicts ->
    [0] { "" }
    [one] , { $verdicts } verdict
   *[other] , { $verdicts } verdicts
}
step-finding-link = { $direction ->
    [supports] Linked { $what } to the finding { $claim } (supports)
    [partly] Linked { $what } to the finding { $claim } (partly supports)
    [weakens] Linked { $what } to the finding { $claim } (weakens)
    [context] Linked { $what } to the finding { $claim } (context)
   *[unset] Linked { $what } to the finding { $claim }
}
step-finding-link-many = { $n ->
    [one] Linked { $n } quotation to the finding { $claim }
   *[other] Linked { $n } quotations to the finding { $claim }
}
step-finding-unlink = Took { $what } from the finding { $claim }
step-finding-unlink-many = { $n ->
    [one] Took { $n } quotation from the finding { $claim }
   *[other] Took { $n } quotations from the finding { $claim }
}
step-verdict = { $axis ->
    [group] Verdict of { $row } by group: { $verdict }
    [informant] Verdict of { $row } by informant: { $verdict }
    [technique] Verdict of { $row } by technique: { $verdict }
    [source] Verdict of { $row } by source: { $verdict }
    [date] Verdict of { $row } by date: { $verdict }
   *[coder] Verdict of { $row } by coder: { $verdict }
}{ $how ->
    [accepted] { " " }(accepted the suggestion)
    [overruled] { " " }(suggested: { $suggested })
   *[alone] { "" }
}
step-verdict-remove = { $axis ->
    [group] Took back the verdict of { $row } by group
    [informant] Took back the verdict of { $row } by informant
    [technique] Took back the verdict of { $row } by technique
    [source] Took back the verdict of { $row } by source
    [date] Took back the verdict of { $row } by date
   *[coder] Took back the verdict of { $row } by coder
}
step-conclusion = { $axis ->
    [group] Wrote the conclusion on { $row } by group
    [informant] Wrote the conclusion on { $row } by informant
    [technique] Wrote the conclusion on { $row } by technique
    [source] Wrote the conclusion on { $row } by source
    [date] Wrote the conclusion on { $row } by date
   *[coder] Wrote the conclusion on { $row } by coder
}
step-conclusion-remove = { $axis ->
    [group] Removed the conclusion on { $row } by group
    [informant] Removed the conclusion on { $row } by informant
    [technique] Removed the conclusion on { $row } by technique
    [source] Removed the conclusion on { $row } by source
    [date] Removed the conclusion on { $row } by date
   *[coder] Removed the conclusion on { $row } by coder
}
step-column = { $column }
step-column-crossed = { $column }, { $within }
step-summary = Wrote the summary of { $row } ({ $column })
step-summary-remove = Removed the summary of { $row } ({ $column })
step-empty-reason = Empty cell { $row } ({ $column }): { $reason }
step-empty-reason-remove = Took back why { $row } ({ $column }) is empty
step-evaluation = { $n ->
    [one] Evaluation of { $row }: { $value }, with { $n } quotation
   *[other] Evaluation of { $row }: { $value }, with { $n } quotations
}
step-evaluation-remove = Removed the evaluation of { $row }
step-member-check = Member check of the finding { $claim } with { $name }: { $state }
