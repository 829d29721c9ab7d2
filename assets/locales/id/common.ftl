# Words that every place shares: counts, dates, and the closed lists of the method.

count-segments = { $n } segmen
count-informants = { $n } informan
count-codings = { $n } koding
count-sources = { $n } sumber data
count-lines = { $n } baris

month-1 = Januari
month-2 = Februari
month-3 = Maret
month-4 = April
month-5 = Mei
month-6 = Juni
month-7 = Juli
month-8 = Agustus
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Desember
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = Mei
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Agu
month-short-9 = Sep
month-short-10 = Okt
month-short-11 = Nov
month-short-12 = Des
weekday-1 = Senin
weekday-2 = Selasa
weekday-3 = Rabu
weekday-4 = Kamis
weekday-5 = Jumat
weekday-6 = Sabtu
weekday-7 = Minggu
moment = { $date }, { $time }

technique-interview = Wawancara
technique-observation = Observasi
technique-document = Dokumentasi

direction-supports = mendukung
direction-partly = sebagian
direction-weakens = melemahkan
direction-context = konteks
direction-unset = belum ditetapkan

group-principal = Kepala sekolah
group-teacher = Guru
group-student = Siswa

verdict-agreement = Sesuai
verdict-partial = Sesuai sebagian
verdict-silence = Senyap
verdict-dissonance = Bertentangan
verdict-unrated = Belum dinilai

empty-not_coded = Belum dikodekan
empty-not_asked = Tidak ditanyakan
empty-not_mentioned = Ditanyakan, tidak disebut
empty-dont_know = Menyatakan tidak tahu

evaluation-optimal = Optimal
evaluation-adequate = Cukup
evaluation-not_yet_optimal = Belum optimal

member-check-not_sent = Belum dikirim
member-check-sent = Sudah dikirim
member-check-confirmed = Disetujui
member-check-corrected = Dikoreksi
member-check-rejected = Ditolak


sample-title = Studi contoh SMPN 31 Tirta Banua
