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
