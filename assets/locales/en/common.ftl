# Words that every place shares: counts, dates, and the closed lists of the method.

count-segments = { $n ->
    [one] { $n } segment
   *[other] { $n } segments
}
count-informants = { $n ->
    [one] { $n } informant
   *[other] { $n } informants
}
count-codings = { $n ->
    [one] { $n } coding
   *[other] { $n } codings
}
count-sources = { $n ->
    [one] { $n } source
   *[other] { $n } sources
}
count-lines = { $n ->
    [one] { $n } line
   *[other] { $n } lines
}

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
moment = { $date }, { $time }

technique-interview = Interview
technique-observation = Observation
technique-document = Document

direction-supports = supports
direction-partly = partly supports
direction-weakens = weakens
direction-context = context
direction-unset = not set

group-principal = Principal
group-teacher = Teachers
group-student = Students

verdict-agreement = Agreement
verdict-partial = Partial agreement
verdict-silence = Silence
verdict-dissonance = Dissonance
verdict-unrated = Unrated

empty-not_coded = Not coded yet
empty-not_asked = Not asked
empty-not_mentioned = Asked, not mentioned
empty-dont_know = Says “don’t know”

evaluation-optimal = Optimal
evaluation-adequate = Adequate
evaluation-not_yet_optimal = Not yet optimal

member-check-not_sent = Not sent yet
member-check-sent = Sent
member-check-confirmed = Confirmed
member-check-corrected = Corrected
member-check-rejected = Rejected


sample-title = Sample study, SMPN 31 Tirta Banua
