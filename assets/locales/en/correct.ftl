# A transcript is corrected: a new text stands in the place of the old one, and segments follow.

correct-summary = { $source }: { $kept ->
    [one] { $kept } segment stays
   *[other] { $kept } segments stay
}, { $changed ->
    [one] { $changed } quotation changes
   *[other] { $changed } quotations change
}, { $gone ->
    [one] { $gone } segment goes
   *[other] { $gone } segments go
}{ $locked ->
    [0] { "" }
   *[other] {" "}({ $locked } more are locked and touched too)
}.
correct-changed = line { $lines }, text changed: “{ $before }” → “{ $after }”
correct-gone = line { $lines }, no longer in the new text: “{ $before }”{ $codings ->
    [0] { "" }
    [one] {" "}({ $codings } coding goes with it)
   *[other] {" "}({ $codings } codings go with it)
}
