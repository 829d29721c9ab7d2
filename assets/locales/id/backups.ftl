# Cadangan: kesalahan, jawaban baris perintah, dan jendelanya.

error-stopped = Dihentikan sebelum selesai. Tidak ada yang diubah.
error-unsound = Isi berkas ini tidak lulus pemeriksaan ({ $n } masalah), jadi salinannya tidak disimpan; cadangan lama tetap ada. Lihat rinciannya dengan emaslim check, atau pulihkan cadangan terakhir.
error-backup-no-place = Sistem ini tidak menyebut folder untuk data program, jadi tidak ada tempat untuk cadangan. Isi variabel EMASLIM_DATA dengan sebuah folder, atau simpan salinan sendiri.
error-backup-folder = Folder cadangan tidak dapat ditulisi. Beri izin menulis atau kosongkan sebagian ruang, lalu coba lagi: { $path }
error-backup-none = Belum ada cadangan proyek ini di komputer ini: { $path }
error-backup-unknown = Tidak ada cadangan { $name }. Lihat daftarnya dengan emaslim restore PROJECT --list.
error-backup-several = Beberapa cadangan berawalan { $name }. Sebutkan salah satu: { $known }
error-backup-other = Itu cadangan proyek lain ({ $name }), jadi tidak dipulihkan ke sini. Pilih cadangan proyek ini.
error-in-use = Proyek ini sedang terbuka di jendela atau perintah lain. Tutup dahulu di sana, lalu coba lagi.
error-in-use-by = Proyek ini sedang terbuka oleh { $coder } di { $device } sejak { $at }. Tutup dahulu di sana, lalu coba lagi.
notice-not-migrated = Berkas ini berbentuk lama dan belum dimutakhirkan karena cadangannya tidak dapat dibuat, jadi proyek terbuka hanya untuk dibaca. { $why }

cli-help-backup = Buat cadangan yang diperiksa, simpan salinan dengan -o, atau lihat daftarnya
cli-help-restore = Pulihkan cadangan; sebutkan dahulu apa yang akan hilang dan kembali
cli-help-compact = Rapatkan berkas proyek: buang ruang kosong di dalamnya
cli-arg-copy = Simpan salinan proyek sebagai berkas ini, bukan sebagai cadangan
cli-arg-list = Tampilkan daftar cadangan
cli-arg-backup = Nama cadangan atau awalnya, berkasnya, atau latest untuk yang terakhir
cli-arg-restore-dry-run = Sebutkan apa yang akan hilang dan kembali tanpa mengubah apa pun

cli-column-backup = Cadangan
cli-column-why = Alasan
cli-column-size = Ukuran
cli-column-steps = Langkah
cli-column-since = Sesudahnya

cli-backup-made = Cadangan dibuat dan diperiksa ({ $size }): { $path }
cli-backup-already = Tidak ada yang berubah sejak cadangan terakhir ({ $size }): { $path }
cli-backup-none = Belum ada cadangan proyek ini. Buat dengan emaslim backup.
cli-backup-folder = Folder cadangan: { $path }
cli-copy-saved = Salinan disimpan dan diperiksa ({ $size }): { $path }
cli-restore-would = Tidak ada yang diubah; tanpa --dry-run cadangan ini dipulihkan.
cli-restored = Cadangan dipulihkan: { $path }
cli-restore-aside = Berkas sebelumnya disimpan: { $path }

compacted = Berkas dirapatkan dari { $before } menjadi { $after }.
compacted-already = Berkas sudah rapat ({ $after }).

backup-why-hourly = tiap jam
backup-why-session = awal atau akhir sesi
backup-why-asked = diminta
backup-why-before-migration = sebelum pemutakhiran
backup-why-before-irreversible = sebelum tindakan yang tak dapat diurungkan
backup-why-before-restore = sebelum pemulihan

restore-unreadable = Berkas sekarang tidak ada atau tidak terbaca. Cadangan ini berisi { $sources } sumber data dan { $codings } koding.
restore-loses-nothing = Tidak ada yang hilang: semua isi berkas sekarang ada dalam cadangan ini.
restore-loses = Akan hilang dari berkas sekarang: { $steps } langkah, di antaranya { $sources } sumber data dan { $codings } koding.
restore-lost-sources = Sumber data yang hilang: { $names }
restore-lost-step = – { $what }
restore-lost-more = – dan { $n } langkah sebelumnya
restore-brings = Akan kembali: { $sources } sumber data dan { $codings } koding.
restore-found-sources = Sumber data yang kembali: { $names }

backup-failed = Cadangan otomatis tidak dapat dibuat; pekerjaan Anda tetap tersimpan. { $why }
backups-restored = Cadangan dipulihkan; berkas sebelumnya tetap ada di daftar cadangan.

command-save-copy = Simpan salinan…
command-back-up = Cadangkan sekarang
command-backups = Cadangan…
command-compact = Rapatkan berkas
dialog-save-copy = Simpan salinan proyek
busy-backup = Membuat cadangan… { $done }%
busy-copy = Menyimpan salinan… { $done }%
busy-restore = Memulihkan cadangan… { $done }%
busy-compact = Merapatkan berkas… { $done }%

backups-title = Cadangan
backups-folder = Dibuat sendiri tiap jam dan tiap sesi, di luar folder proyek: { $path }
backups-reading = Membaca daftar cadangan…
backups-none = Belum ada cadangan. Cadangan pertama dibuat sendiri saat proyek ini ditutup.
backups-row = { $when } · { $why }
backups-since = { $n ->
    [0] sama dengan sekarang
   *[other] { $n } langkah sesudahnya
}
backups-unreadable = tidak terbaca
backups-other-line = riwayat lain
backups-difference = Bila cadangan ini dipulihkan
backups-weighing = Membandingkan dengan berkas sekarang…
backups-nothing-destroyed = Berkas sekarang disimpan dahulu sebagai cadangan, jadi Anda dapat kembali lagi.
backups-restore = Pulihkan cadangan ini
backups-made = Cadangan dibuat dan diperiksa.
backups-already = Tidak ada yang berubah sejak cadangan terakhir.
backups-copy-suffix = (salinan)
backups-copy-saved = Salinan disimpan dan diperiksa: { $path }
