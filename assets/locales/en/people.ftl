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
}{ $notes ->
    [0] { "" }
    [one] ; { $notes } note in a cell went with it
   *[other] ; { $notes } notes in cells went with it
}{ $checks ->
    [0] { "" }
    [one] ; { $checks } member check went with it
   *[other] ; { $checks } member checks went with it
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
}{ $notes ->
    [0] { "" }
    [one] ; { $notes } note in a cell went with it
   *[other] ; { $notes } notes in cells went with it
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

## Command line.
cli-help-informant = Add and change informants, groups, attributes and consent
cli-help-informant-set = Add an informant, or change facts of one in one step
cli-help-informant-withdraw = Note that consent was withdrawn; the words are locked at once
cli-help-informant-restore = Take a withdrawal back
cli-help-informant-purge = Remove the words of an informant who has withdrawn for good; cannot be undone
cli-help-informant-delete = Delete an informant; the turns are nobody's then
cli-help-informant-places = List every place where an informant's words occur
cli-help-informant-group = Arrange the groups of informants
cli-help-informant-group-add = Add a group
cli-help-informant-group-rename = Rename a group
cli-help-informant-group-move = Move a group to another position
cli-help-informant-group-delete = Delete a group; its informants have none then
cli-help-informant-group-list = List the groups
cli-help-informant-attribute = Arrange the attributes of informants, columns of your own
cli-help-informant-attribute-add = Add an attribute
cli-help-informant-attribute-set = Change name, kind or choices of an attribute
cli-help-informant-attribute-move = Move an attribute to another position
cli-help-informant-attribute-delete = Delete an attribute with its values
cli-help-informant-attribute-list = List the attributes
cli-help-assign = Say whose words a source, a label or a turn holds
cli-arg-informant-code = New code of the informant
cli-arg-informant-group = The group, or none
cli-arg-key = Key informant
cli-arg-additional = Additional informant
cli-arg-informant-description = Position in a few words
cli-arg-pseudonym = Pseudonym for what is handed out
cli-arg-child = A child, for whom a parent or guardian has to agree
cli-arg-adult = Not a child
cli-arg-consent = How consent was given
cli-arg-consent-date = Date of consent, YYYY-MM-DD
cli-arg-guardian = Parent or guardian who agreed
cli-arg-assent = Whether the child agreed as well
cli-arg-scope = What consent reaches to, separated by commas
cli-arg-informant-attribute = Value of an attribute; may be repeated; NAME= empties it
cli-arg-yes-purge = The informant's code once more, to confirm it
cli-arg-group-name = Name of the group
cli-arg-position = Position, from 1
cli-arg-attribute = Name of the attribute
cli-arg-attribute-name = Name of the attribute
cli-arg-attribute-new-name = New name of the attribute
cli-arg-attribute-kind = Kind of its values: text, number, date or choice
cli-arg-choices = Choices, separated by commas
cli-arg-words-of = A source, the id of a turn, or all together with --label
cli-arg-speaker = Code of an informant, researcher, or other (somebody else)
cli-arg-speaker-label = Only turns behind this label
cli-column-kind = Kind
cli-column-choices = Choices
cli-usage-attribute = { $value } is not NAME=VALUE. Write --attribute "Class=VIII C" for example.
attribute-kind-text = words
attribute-kind-number = number
attribute-kind-date = date
attribute-kind-choice = choice
informant-lacks-guardian = { $name } is a child, and no parent or guardian has agreed. Note who agreed and how.

## Where an informant's words occur.
occurrence-source = Source { $what } ({ $n ->
    [one] { $n } turn
   *[other] { $n } turns
}; no other informant speaks in it)
occurrence-part = Source { $what } ({ $n ->
    [one] { $n } turn
   *[other] { $n } turns
}; other informants speak in it)
occurrence-segment = Segment { $what }
occurrence-coding = { $n ->
    [one] { $n } coding
   *[other] { $n } codings
} on those segments
occurrence-memo = { $n ->
    [one] { $n } memo
   *[other] { $n } memos
} on the informant, those segments or codings
occurrence-quoted = Quoted in { $n ->
    [one] { $n } text
   *[other] { $n } texts
} of the researcher ({ $what })
occurrence-export = Export { $what }
occurrence-backup = Backup { $what }
occurrence-copy = Copy of the project { $what }
occurrences-none = This informant's words occur nowhere in the project.
purged-counts = Removed: { $sources ->
    [1] 1 whole source
   *[other] { $sources } whole sources
}; painted over in { $painted ->
    [1] 1 source
   *[other] { $painted } sources
} with others; taken out of { $texts ->
    [1] 1 text
   *[other] { $texts } texts
} of the researcher; { $backups ->
    [1] 1 old backup
   *[other] { $backups } old backups
} removed and a new one made.
purged-copy = This copy still holds the words; delete it yourself: { $path }
purged-elsewhere = What was saved, sent or printed elsewhere is beyond the program's reach. Delete it there too.
purged-unfinished = The remains go when every window on this project has been closed and the project was opened once more.

## Window.
people-add = Add informant
people-add-title = New informant
people-code-hint = G3 for example
people-position-hint = Science teacher, year 8, for example
people-key = Key informant
people-group = Group
people-child = Child (a guardian has to agree)
people-pseudonym = Pseudonym
people-groups = Arrange groups
people-group-name = Name of group { $name }
people-group-new = New group
people-group-hint = Parents for example
people-group-add = Add group
people-group-delete = Delete group { $name }
people-group-up = Move group { $name } up
people-group-down = Move group { $name } down
people-group-last = The last group cannot be deleted
people-attributes = Attributes
people-attributes-none = No attributes yet. Add columns of your own, Class for example.
people-attribute-new = Add
people-attribute-new-title = Add attribute
people-attribute-title = Change attribute
people-attribute-edit = Change attribute { $name }
people-attribute-name = Name of the attribute
people-attribute-hint = Class for example
people-attribute-kind = Kind of values
people-attribute-choices = Choices, one a line
people-attribute-choices-hint = VIII A
people-attribute-add = Add attribute
people-attribute-save = Save attribute
people-attribute-delete = Delete attribute
people-consent = Consent
people-consent-kind = Form
people-consent-none = Not noted yet
people-consent-written = Written
people-consent-oral = Oral
people-consent-both = Guardian and child
people-consent-guardian = Guardian
people-consent-no-guardian = No guardian's consent
people-consent-withdrawn = Withdrawn, locked
people-withdrawn-since = Consent withdrawn { $at }. The words are locked: not counted, not shown, not exported.
people-guardian = Guardian
people-assent = Child agrees
people-assent-unknown = Not noted yet
people-assent-yes = Yes
people-assent-no = No
people-scope = What consent reaches to
people-scope-record = May be recorded
people-scope-quote = May be quoted
people-scope-show = May be shown to the supervisor
people-scope-archive = May be archived
people-assign = Assign
people-assign-here = Assign words…
people-assign-menu = Assign informant…
people-assign-title = Whose words these are
people-assign-source = Source
people-assign-all-sources = All sources
people-assign-part = Part
people-assign-whole = All that is said, but not by the researcher
people-assign-label = Turns labelled { $label }
people-assign-turns = Single turns
people-assign-turn = Line { $line } · { $label }: { $words }
people-assign-to = Assign to
people-assign-researcher = The researcher
people-assign-other = Somebody else, no informant
people-places = Where the words occur…
people-places-title = Where the words of { $name } occur
people-withdraw = Note that consent was withdrawn
people-restore = Take the withdrawal back
people-purge-menu = Remove for good…
people-purge-title = Remove the words of { $name } for good
people-purge-about = Every word of { $name } goes from this project, its history, its original files and its backups. This cannot be undone, and neither can the steps before it any more.
people-purge-type = Type { $name } to confirm
people-purge-drafts = Something is being typed and not saved. Save or discard it first; it may hold the words.
people-purge = Remove for good
people-delete = Delete informant
coding-locked = Locked: { $name } withdrew consent. The words are not shown, counted or exported.
coding-locked-part = Locked in part: { $name } withdrew consent. The words, and segments that hold them, are not shown, counted or exported.
people-assign-choose = Choose…
command-add-informant = Add informant…
    .tip = Note a new informant with the group
command-groups = Arrange groups…
    .tip = Add, rename, order or delete groups of informants
command-exported = What was exported…
    .tip = See the files that were exported and which of them are outdated
exported-title = What was exported
exported-none = Nothing has been exported from this project yet.
exported-outdated-all = { $n ->
    [one] { $n } export is outdated
   *[other] { $n } exports are outdated
}: who speaks, a code or consent has changed since. Export again before you use it.
exported-current = { $at }, { $name }
exported-outdated = { $at }, { $name } · outdated
