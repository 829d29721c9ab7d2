# Kesalahan proyek: apa yang terjadi, mengapa, lalu apa yang dapat dilakukan.

error-missing = Berkas tidak ditemukan. Periksa nama dan foldernya: { $path }
error-folder = Ini folder, bukan berkas proyek. Pilih berkas .emaslim di dalamnya: { $path }
error-folder-missing = Folder untuk proyek itu tidak ada. Buat foldernya dahulu, atau pilih folder lain: { $path }
error-folder-denied = Folder ini tidak boleh ditulisi. Pilih folder lain untuk proyeknya: { $path }
error-file-name = Nama berkas ini tidak diterima oleh sistem, mungkin karena terlalu panjang. Pilih nama lain: { $path }
error-exists = Sudah ada berkas dengan nama ini dan tidak ditimpa. Pilih nama lain: { $path }
error-not-a-project = Berkas ini bukan proyek Emaslim dan tidak diubah. Pilih berkas .emaslim; untuk transkrip, buat atau buka proyek lalu impor berkasnya: { $path }
error-newer = Proyek ini dibuat dengan Emaslim yang lebih baru dan tidak diubah. Pasang versi terbaru, lalu buka lagi: { $path }
error-older = Bentuk berkas proyek ini terlalu lama dan tidak lagi dapat dibaca. Buka dahulu dengan Emaslim versi lama, lalu simpan salinannya: { $path }
error-foreign = Susunan berkas ini telah diubah oleh program lain sehingga tidak aman dibuka. Pakai cadangan terakhir: { $path }
error-unreachable = Berkas tidak dapat dibuka. Periksa apakah drive masih tersambung dan apakah Anda boleh membacanya: { $path }
error-read-only = Proyek terbuka hanya untuk dibaca, jadi tidak ada yang diubah. Salin proyek ke folder yang boleh ditulisi, lalu buka salinannya.
error-busy = Jendela atau perintah lain sedang menulis ke proyek ini; tidak ada yang diubah. Tunggu sebentar, lalu coba lagi.
error-disk-full = Penyimpanan penuh, jadi perubahan ini tidak disimpan. Kosongkan sebagian ruang, lalu coba lagi.
error-disk = Penyimpanan tidak dapat dibaca atau ditulisi, jadi perubahan ini tidak disimpan. Periksa sambungan drive, lalu buka lagi proyeknya.
error-damaged = Isi berkas proyek rusak. Simpan berkas ini, lalu lanjutkan dari cadangan terakhir.
error-history = Riwayat tidak cocok dengan isi proyek, jadi tidak ada yang diubah. Periksa proyek ini (emaslim check), lalu lanjutkan dari cadangan terakhir bila perlu.
error-database = Perubahan ini ditolak oleh berkas proyek; tidak ada yang diubah. Salin rincian teknisnya dan laporkan.
error-codebook = Berkas ini bukan buku kode yang dapat dibaca. Periksa isinya menurut rincian, atau pakai buku kode EMASLIM.
error-same-name = Sudah ada sumber data bernama { $name }. Ganti nama berkasnya, lalu impor lagi.
error-same-bytes = Isi berkas ini sama persis dengan sumber data { $name }, jadi tidak diimpor lagi: { $file }
error-no-text = Berkas ini tidak berisi teks. Periksa isinya, lalu impor lagi: { $file }
error-turn = Giliran bicara dalam berkas ini tidak cocok dengan teksnya, jadi tidak diimpor. Laporkan berkas ini: { $file }
error-no-group = Tidak ada kelompok { $group }. Pilih salah satu: { $known }
error-no-source = Sumber data itu sudah tidak ada. Pilih sumber data lain.
error-no-code = Kode itu sudah tidak ada. Pilih kode lain.
error-no-coding = Koding itu sudah tidak ada. Mungkin sudah dilepas; lihat riwayat.
error-no-host = Yang diberi catatan sudah tidak ada. Mungkin sudah dihapus; lihat riwayat.
error-empty-range = Tidak ada kata yang dipilih di { $name }. Pilih paling sedikit satu huruf, lalu kodekan.
error-beyond-text = Rentang { $range } melewati akhir { $name }, yang panjangnya { $length } karakter. Pilih rentang di dalam teks.
error-nameless-coder = Pengode belum bernama. Isi nama pengode di Setelan, lalu coba lagi.

notice-log-folded-in = Emaslim tidak tertutup dengan semestinya terakhir kali. Semua yang tersimpan waktu itu sudah dipulihkan.
notice-not-writable = Berkas atau foldernya tidak dapat ditulisi, jadi proyek terbuka hanya untuk dibaca.
notice-migrated = Berkas proyek ini dimutakhirkan ke bentuk terbaru. Langkah sebelumnya tetap ada di riwayat, tetapi tidak dapat diurungkan. Bentuk lamanya disimpan sebagai cadangan: { $path }

check-damaged = Basis data rusak: { $what }
check-reference = Baris di { $table } menunjuk ke { $to } yang tidak ada.
check-schema = Susunan berkas telah diubah: { $what }
check-history = Riwayat tidak terbaca: { $what }
check-text = Teks atau berkas asli telah berubah sejak diimpor: { $what }
check-quotation = Kutipan di { $source } baris { $lines } tidak sama dengan teksnya: “{ $quote }”
check-lines = Kutipan di { $source } tidak berada pada baris { $lines }: “{ $quote }”
check-ring = Kode { $what } menjadi induk bagi dirinya sendiri.
