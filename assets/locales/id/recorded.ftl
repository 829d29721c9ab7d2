### Rekaman yang ditranskripsikan: subtitel, keluaran program transkripsi, dan waktu rekaman.

import-warning-cues = “{ $file }”: waktu { $n } bagian tidak ada atau tidak terbaca (baris { $lines }). Kata-katanya tetap masuk, tanpa waktu sendiri; cocokkan dengan rekaman.
import-warning-subtitle-notes = “{ $file }”: { $n } catatan pembuat berkas (NOTE) bukan ucapan dan tidak ikut masuk.
import-warning-rolling = “{ $file }” berisi teks berjalan yang mengulang baris sebelumnya; setiap baris masuk satu kali.
import-warning-unknown-voice = “{ $file }”: pembicara { $n } bagian tidak dikenali oleh program transkripsi; labelnya “{ $label }” dan bukan milik informan mana pun. Tentukan pembicaranya di lembar impor.
import-warning-times = “{ $file }”: { $n } penanda waktu dikeluarkan dari teks dan kini berada di tepi transkrip. Bila seharusnya tetap di dalam teks, pilih “Biarkan di teks” di lembar impor (di terminal: --times keep).

sheet-recorded = Rekaman
sheet-recorded-note = Berlaku untuk semua berkas di lembar ini.
sheet-cues = { $n } bagian dengan waktu
sheet-cues-join = Gabung per penutur
sheet-cues-keep = Satu bagian, satu baris
sheet-times = { $n } penanda waktu di dalam teks
sheet-times-remove = Pindahkan ke tepi
sheet-times-keep = Biarkan di teks

cli-arg-cues = Bagian-bagian rekaman (subtitel, Whisper): join menggabungkan ucapan seorang penutur, keep menjadikan setiap bagian satu baris (bila tidak disebut: join)
cli-arg-times = Penanda waktu di dalam teks: remove memindahkannya ke tepi, keep membiarkannya (bila tidak disebut: remove)

coding-block-time = Waktu rekaman { $time }.
