# Impor: mengapa berkas tidak diimpor, dan apa yang janggal pada berkas yang diimpor.

import-error-missing = Tidak ada berkas atau folder “{ $file }”. Periksa namanya, atau pilih kembali.
import-error-is-folder = “{ $file }” adalah folder, bukan berkas. Pilih berkas di dalamnya, atau impor seluruh folder.
import-error-empty-folder = Folder “{ $file }” tidak berisi berkas yang dapat dibaca (.docx, .odt, .rtf, .html, .md, .srt, .vtt, atau .txt). Simpan transkrip di sana, atau pilih folder lain.
import-error-too-many-files = Folder “{ $file }” berisi lebih dari { $limit } berkas. Pilih folder yang hanya memuat transkrip.
import-error-unreadable = “{ $file }” tidak dapat dibaca karena ditolak oleh sistem. Tutup berkas itu di program lain, periksa izin dan sambungan diska, lalu impor kembali.
import-error-empty = “{ $file }” tidak berisi kata apa pun. Periksa apakah berkasnya benar dan sudah disimpan.
import-error-too-large = Ukuran “{ $file }” lebih dari { $limit } MB. Transkrip jauh lebih kecil; bagi berkas itu, atau periksa apakah isinya memang teks.
import-error-too-many-lines = “{ $file }” memuat lebih dari { $limit } baris. Bagi berkas itu, atau periksa apakah isinya memang transkrip.
import-error-utf32 = “{ $file }” tersimpan sebagai UTF-32. Buka di program yang menulisnya, simpan sebagai teks dengan pengodean UTF-8, lalu impor kembali.
import-error-binary = “{ $file }” bukan teks. Versi ini membaca Word (.docx), OpenDocument (.odt), RTF, HTML, Markdown, subtitel (.srt, .vtt), dan teks biasa (.txt); pilih berkas transkripnya.
import-error-doc = “{ $file }” adalah dokumen Word atau Office lama. Simpan sebagai .docx di Word, lalu impor lagi.
import-error-pdf = “{ $file }” adalah PDF. Versi ini belum membaca PDF: buka PDF itu di Word, simpan sebagai .docx, periksa teksnya, lalu impor berkas itu.
import-error-database = “{ $file }” adalah basis data, mungkin sebuah proyek. Buka proyek lewat Buka; yang diimpor hanya teks.
import-error-media = “{ $file }” adalah gambar, rekaman, atau film. Yang dibaca adalah teks; impor transkripnya.
import-error-archive = “{ $file }” adalah berkas terkemas (arsip, lembar kerja, atau proyek program lain). Buka kemasannya, atau simpan isinya sebagai .docx atau .txt, lalu impor berkas itu.
import-error-damaged = “{ $file }” rusak atau terpotong, sehingga isinya tidak dapat dibaca seluruhnya. Buka di program yang membuatnya, simpan kembali, lalu impor lagi; bila berkas itu kiriman, minta dikirim ulang.
import-error-locked = “{ $file }” terkunci dengan kata sandi. Buka di Word atau LibreOffice dengan kata sandinya, simpan tanpa kata sandi, lalu impor lagi.
import-error-only-pictures = “{ $file }” hanya berisi gambar, misalnya hasil pindaian; tidak ada kata yang dapat dibaca. Ketik atau kenali teksnya (OCR), lalu impor lagi.

import-warning-encoding = “{ $file }” tidak menyebut pengodean hurufnya; berkas dibaca sebagai { $encoding }, dan itu dugaan. Bila ada huruf yang keliru, impor kembali dengan pengodean lain.
import-warning-undecoded = “{ $file }”: { $n } tempat tidak dapat dibaca sebagai { $encoding } (pertama pada baris { $line }) dan menjadi “�”. Berkas asli disimpan tanpa perubahan; cocokkan dengannya, atau impor kembali dengan pengodean lain.
import-warning-nul = “{ $file }”: { $n } karakter kosong (NUL) diganti dengan “�”. Berkas asli disimpan tanpa perubahan.
import-warning-damaged = “{ $file }”: { $n } huruf sudah hilang (“�”) sebelum diimpor. Cocokkan teks dengan rekaman, atau simpan ulang sebagai UTF-8.
import-warning-markup = “{ $file }” adalah XML; tanda-tandanya ikut menjadi teks. Simpan dahulu sebagai teks biasa bila mengganggu.
import-warning-tracked = “{ $file }”: { $n } perubahan terlacak dibaca seolah-olah diterima; yang disisipkan ikut, yang dihapus tidak. Periksa apakah itu teks yang dimaksud.
import-warning-notes = “{ $file }”: { $n } catatan kaki atau catatan akhir berada di akhir teks, dengan tanda [1], [2], … pada tempatnya; isinya bukan milik informan mana pun.
import-warning-pictures = “{ $file }”: { $n } gambar tidak ikut; kata-kata di dalam gambar tidak terbaca.
import-warning-comments = “{ $file }”: { $n } komentar menjadi memo pada tempatnya.
import-warning-incomplete = “{ $file }” berakhir di tengah-tengah; yang terbaca sudah masuk. Cocokkan akhir teksnya dengan berkas asli.
import-warning-technique = “{ $file }” tidak menyebut teknik pengumpulan datanya. Teknik yang diusulkan hanya dugaan; periksalah.
import-warning-no-turns = “{ $file }” adalah wawancara, tetapi pembicaranya tidak ditemukan. Beri label pada setiap giliran bicara (“P: …”, “KS: …”); tanpa label, isinya bukan milik informan mana pun.
import-warning-too-many-turns = “{ $file }” memuat lebih dari { $n } giliran bicara; sisanya bukan milik informan mana pun. Bagi berkas itu.
import-warning-dates = “{ $file }” menyebut { $date } pada kepala teks dan { $other } pada nama berkas. Yang dipakai adalah kepala teks; periksa tanggalnya.
import-warning-date = “{ $file }” tidak menyebut tanggal yang ada di kalender: “{ $value }”. Periksa tanggalnya.
