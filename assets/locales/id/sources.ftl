# Tempat Data, sumber datanya; serta baris perintahnya.

stage-untouched = Belum mulai
stage-in_progress = Berjalan
stage-done = Selesai

memo-host-journal = Jurnal
memo-host-source = Sumber data
memo-host-informant = Informan
memo-host-code = Kode
memo-host-segment = Segmen
memo-host-coding = Koding
memo-host-finding = Temuan

cli-help-source = Mengubah rincian sumber data, mengetik yang baru, menghapus, mengambil berkas aslinya
cli-help-source-rename = Mengganti nama sumber data
cli-help-source-set = Mengubah rincian satu atau beberapa sumber data dalam satu langkah
cli-help-source-delete = Menghapus sumber data beserta semua kodingnya; dapat diurungkan
cli-help-source-add = Menambah sumber data yang diketik, tanpa impor berkas
cli-help-source-original = Menulis berkas asli sumber data, sama persis
cli-help-memos = Menampilkan semua catatan beserta tempat melekatnya
cli-help-memo = Menulis catatan pada sumber data, kode, informan, atau koding, atau halaman jurnal
cli-arg-memo-text = Kata-katanya; bila kosong, catatannya dihapus
cli-arg-sources = Sumber data, masing-masing dengan id, nama, atau kode singkat
cli-arg-source-name = Nama sumber data
cli-arg-source-short = Kode singkat untuk tempat sempit, misalnya W.KS; satu sumber data setiap kali
cli-arg-source-description = Keterangannya dalam beberapa kata
cli-arg-new-date = Tanggal pengumpulan, TTTT-BB-HH, atau none
cli-arg-source-setting = Keadaannya: waktu, siapa yang hadir
cli-arg-source-note = Catatan Anda tentang sumber data itu
cli-arg-done = Apakah pengodeannya sudah selesai: true atau false
cli-arg-source-text = Kata-katanya
cli-arg-source-file = Berkas teks berisi kata-katanya; - membaca masukan standar
cli-column-progress = Kemajuan
cli-column-host = Pada
cli-column-which = Yang mana
cli-column-memo = Catatan
cli-original-written = Tertulis, { $bytes } bita: { $path }

command-type-source = Ketik sumber data…
    .tip = Ketik atau tempelkan catatan lapangan, lembar observasi, atau wawancara pendek
data-type = Ketik…
data-filter = Saring
data-filter-words = Nama, tempat, informan, catatan
data-filter-any-technique = Semua teknik
data-filter-any-group = Semua kelompok
data-filter-any-stage = Semua kemajuan
data-filter-left = { $n } dari { $whole } sumber data
data-filter-nothing = Tidak ada sumber data yang cocok.
data-filter-clear = Hapus saringan
data-column-words = Kata
data-column-turns = Giliran
data-column-progress = Koding
data-sort-tip = Urutkan menurut { $column }
data-row-tip = { $name } · { $percent } % giliran bicara atau teksnya berkode
data-facts-chosen = { $n } dari { $whole } sumber data dipilih
data-chosen = { $n } sumber data dipilih
data-chosen-sums = { $lines } baris · { $segments } segmen berkode
data-several-hint = Yang ditulis di sini berlaku untuk semuanya.
data-mixed = berbeda-beda
data-short = Kode singkat
data-description = Keterangan
data-length = Panjang
data-size = { $lines } baris, { $words } kata
data-progress = { $stage }, { $percent } % berkode
data-locked = Terkunci
data-locked-who = Keterangan { $who } terkunci karena persetujuannya ditarik.
data-done = Tandai selesai
data-not-done = Batalkan tanda selesai
data-done-by-me = Saya selesai mengode
data-rename = Ganti nama
data-delete = Hapus
data-more = Tindakan lain untuk sumber data terpilih
data-key-open = Enter
data-open-original = Buka berkas asli
data-original-opened = Salinan berkas asli dibuka, hanya untuk dibaca: { $path }
data-original-at = Salinan berkas asli ada di sini, hanya untuk dibaca: { $path }
error-not-laid-out = Salinan berkas asli tidak dapat ditulis, jadi tidak dibuka. Kosongkan sebagian ruang, atau ambil dengan emaslim source original: { $file }
data-no-date = “{ $text }” bukan tanggal. Tulis misalnya 12 Februari 2025 atau 2025-02-12.

type-title = Ketik sumber data
type-name = Nama
type-name-hint = Misalnya O.3 atau W.G4.12-02-2025
type-technique-open = Menurut teksnya
type-date-hint = 12 Februari 2025
type-informant = Informan
type-informant-hint = Misalnya G4
type-text = Teks
type-text-hint = Ketik atau tempelkan di sini. Baris seperti “G4: …” menjadi giliran bicara.
type-templates = Mulai dari:
type-template-observation = Lembar observasi
    .text =
        LEMBAR OBSERVASI
        Objek: 
        Hari/tanggal: 
        Waktu: 
        Tempat: 
        Pengamat: 
        Sifat: nonpartisipan, terbuka

        A. Catatan deskriptif
        07.00  

        B. Catatan reflektif
type-template-notes = Catatan lapangan
    .text =
        CATATAN LAPANGAN
        Tanggal: 
        Waktu: 
        Tempat: 

        Yang terjadi

        Yang dikatakan

        Tanggapan saya
type-template-why-not = Templat mengisi lembar kosong. Hapus teksnya dahulu.
type-paste = Tempel
type-go-on = Lanjutkan mengetik
type-clear = Hapus teks
type-resumed = Ini yang sudah Anda ketik dan belum ditambahkan.
type-words = { $n } kata
type-found-undated = tanpa tanggal
type-found = Terbaca: { $technique }, { $date }, { $turns } giliran bicara.
type-found-people = Terbaca: { $technique }, { $date }, { $turns } giliran bicara; informan { $people }.
type-found-undecided = Belum jelas siapa yang dimaksud label { $labels }; tetapkan di Data setelah sumber ini ditambahkan.
type-add = Tambah sumber data
type-why-not = Sumber data perlu nama dan teks.
