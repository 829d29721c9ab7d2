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
