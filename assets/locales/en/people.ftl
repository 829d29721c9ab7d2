# Informants, groups, attributes, consent.

## History.
step-informant-new = Added informant { $name }
step-informant = Changed the facts of informant { $name }
step-informant-rename = Changed the informant code { $from } to { $to }{ $exports ->
    [0] { "" }
    [one] ; { $exports } export is outdated
   *[other] ; { $exports } exports are outdated
}
step-informant-delete = Deleted informant { $name }{ $n ->
    [0] { "" }
    [one] ; { $n } turn is nobody's now
   *[other] ; { $n } turns are nobody's now
}{ $exports ->
    [0] { "" }
    [one] ; { $exports } export is outdated
   *[other] ; { $exports } exports are outdated
}
step-withdraw = Locked the words of { $name }: consent withdrawn{ $exports ->
    [0] { "" }
    [one] ; { $exports } export still holds them
   *[other] ; { $exports } exports still hold them
}
step-restore-consent = Opened the words of { $name } again
step-purge = Removed the words of { $name } for good
step-group-new = Added group { $name }
step-group-rename = Renamed group { $from } to { $to }
step-group-order = Moved group { $name }
step-group-delete = Deleted group { $name }{ $n ->
    [0] { "" }
    [one] ; { $n } informant has no group
   *[other] ; { $n } informants have no group
}
step-attribute-new = Added attribute { $name }
step-attribute = Changed attribute { $name }
step-attribute-order = Moved attribute { $name }
step-attribute-delete = Deleted attribute { $name }{ $n ->
    [0] { "" }
    [one] {" "}with { $n } value
   *[other] {" "}with { $n } values
}
step-attribute-value = Set { $name } of { $what }
step-assign = Assigned { $what } to { $name } ({ $n ->
    [one] { $n } turn
   *[other] { $n } turns
}, { $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
}){ $exports ->
    [0] { "" }
    [one] ; { $exports } export is outdated
   *[other] ; { $exports } exports are outdated
}
step-assign-researcher = Assigned { $what } to the researcher ({ $n ->
    [one] { $n } turn
   *[other] { $n } turns
}, { $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
}){ $exports ->
    [0] { "" }
    [one] ; { $exports } export is outdated
   *[other] ; { $exports } exports are outdated
}
step-assign-other = Took { $what } off its informant ({ $n ->
    [one] { $n } turn
   *[other] { $n } turns
}, { $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
}){ $exports ->
    [0] { "" }
    [one] ; { $exports } export is outdated
   *[other] ; { $exports } exports are outdated
}
step-assign-turns = Assigned { $n ->
    [one] { $n } turn
   *[other] { $n } turns
} to { $name } ({ $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
}){ $exports ->
    [0] { "" }
    [one] ; { $exports } export is outdated
   *[other] ; { $exports } exports are outdated
}
step-assign-turns-researcher = Assigned { $n ->
    [one] { $n } turn
   *[other] { $n } turns
} to the researcher ({ $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
}){ $exports ->
    [0] { "" }
    [one] ; { $exports } export is outdated
   *[other] ; { $exports } exports are outdated
}
step-assign-turns-other = Took { $n ->
    [one] { $n } turn
   *[other] { $n } turns
} off the informant ({ $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
}){ $exports ->
    [0] { "" }
    [one] ; { $exports } export is outdated
   *[other] ; { $exports } exports are outdated
}

## Errors.
error-informant-gone = That informant is no longer there. Choose another informant.
error-informant-nameless = An informant needs a code, G3 for example. Type the code, then save again.
error-informant-same = The code { $name } belongs to another informant. Use another code, or assign the source to { $name }.
error-withdrawn = { $name } has withdrawn consent, so these words are locked and cannot be moved. Take the withdrawal back if it was a mistake, or remove the words for good.
error-locked = That passage covers words of { $name } in { $source }, who has withdrawn consent. Those words are locked; choose another passage.
error-not-withdrawn = { $name } has not withdrawn consent, so nothing is removed for good. Note the withdrawal first.
error-purge-code = What was typed is not { $name }, so nothing was removed. Type { $name } to remove the words for good.
error-group-gone = That group is no longer there. Choose another group.
error-group-nameless = A group needs a name. Type the name, then save again.
error-group-same = Another group is called { $name }. Use another name.
error-group-last = { $name } is the last group, so it was not deleted. Add another group first, or rename it.
error-attribute-gone = That attribute is no longer there. Choose another attribute.
error-attribute-nameless = An attribute needs a name, Class for example. Type the name, then save again.
error-attribute-same = Another attribute is called { $name }. Use another name.
error-attribute-choices = { $name } is a choice and has nothing to choose from. Type at least one choice.
error-attribute-value = { $kind ->
    [number] { $value } is not a number, so { $name } was not set. Type a number such as 12 or 3.5.
    [date] { $value } is not a date, so { $name } was not set. Type a date such as 2025-02-12.
   *[choice] { $value } is not one of the choices of { $name }. Choose one of them: { $choices }.
}
error-attribute-misfits = { $kind ->
    [number] { $n ->
        [one] { $n } value
       *[other] { $n } values
    } of { $name } are not numbers, { $value } for example. Change them first.
    [date] { $n ->
        [one] { $n } value
       *[other] { $n } values
    } of { $name } are not dates, { $value } for example. Change them first.
   *[choice] { $n ->
        [one] { $n } value
       *[other] { $n } values
    } of { $name } are not among the new choices, { $value } for example. Add them to the choices, or change them first.
}
error-no-label = No turn bears the label { $name }. Look the label up in the transcript.
error-no-turn = That turn is no longer there. Choose another turn.
error-nobody-speaks = Only the researcher speaks in { $name }. Assign the turns one by one, or by their label.

## Locked, and by attribute.
left-out-withdrawn = Not counted: locked because an informant withdrew consent
compare-left-out-withdrawn = { $n ->
    [one] { $n } segment locked, consent withdrawn
   *[other] { $n } segments locked, consent withdrawn
}
compare-by-attribute = Attribute
lookup-unknown-attribute = There is no attribute “{ $name }”. Add it with emaslim informant PROJECT attribute add.
lookup-nearest-attribute = There is no attribute “{ $name }”. Nearest: { $nearest }.
lookup-ambiguous-attribute = Several attributes are called “{ $name }”. Name one by its id: { $candidates }.
