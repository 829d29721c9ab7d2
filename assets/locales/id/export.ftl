# What stands in exported files, and why a verdict is suggested.

suggestion-sides = { $sides }.
suggestion-silent = Tidak ada keterangan dari: { $columns }.
suggestion-left-out = Belum dikodekan, tidak diperhitungkan: { $columns }.
suggestion-undirected = { $missing } dari { $all } segmen belum berarah.

column-rest = Belum diisi
heading-carried-on = { $heading } (lanjutan { $n })
row-role = Peran
row-code = Kode

sheet-excerpts = Kutipan
sheet-matrix = Matriks triangulasi
sheet-counted = Cara menghitung
sheet-detail = Rincian

excerpt-source = Sumber data
excerpt-line = Baris
excerpt-line_end = Sampai baris
excerpt-citation = Rujukan
excerpt-speakers = Penutur
excerpt-informants = Informan
excerpt-groups = Kelompok
excerpt-technique = Teknik
excerpt-date = Tanggal
excerpt-code = Kode
excerpt-code_name = Nama kode
excerpt-code_path = Peran dan indikator
excerpt-quote = Kutipan
excerpt-direction = Arah bukti
excerpt-memo = Catatan
excerpt-coder = Pengode
excerpt-created = Dikode pada (UTC)
excerpt-start = Awal
excerpt-end = Akhir
excerpt-id = ID koding
excerpt-segment = ID segmen
excerpt-source_id = ID sumber data
excerpt-revision = ID revisi teks
excerpt-code_id = ID kode

comparison-kind = Baris
comparison-code = Kode
comparison-label = Nama
comparison-column = Kolom
comparison-informants_total = Jumlah informan
comparison-segments = Segmen
comparison-informants = Informan
comparison-codings = Koding
comparison-sources = Sumber data
comparison-supports = Mendukung
comparison-partly = Sebagian
comparison-weakens = Melemahkan
comparison-unset = Belum berarah
comparison-asked = Ditanyakan
comparison-empty_reason = Sebab kosong
comparison-suggestion = Saran
comparison-silent = Tidak ada keterangan dari
comparison-reason = Alasan saran
comparison-verdict = Hasil triangulasi
comparison-verdict_silent = Pihak yang senyap
comparison-conclusion = Simpulan
comparison-id = ID kode

counted-what = Cara menghitung
counted-number = Segmen
counted-citation = Rujukan
counted-speakers = Penutur
counted-quote = Kutipan
counted-made = Dibuat dari proyek “{ $title }”, keadaan ke-{ $revision }.
counted-passage = Angka adalah jumlah segmen. Satu segmen dihitung satu kali dalam satu baris, berapa pun kode dan pengodenya, dan masuk ke setiap informan yang ucapannya tercakup.
counted-rows = Baris peran mencakup semua indikatornya.
counted-directions = Segmen dihitung pada setiap arah bukti yang diberikan kepadanya; “belum berarah” berarti tidak satu pun kodingnya diberi arah.
counted-frequency = Jumlah segmen menunjukkan seberapa sering peneliti memberi kode, bukan seberapa penting suatu peran.
left-out-researcher = Tidak dihitung: hanya ucapan atau catatan peneliti
left-out-no-informant = Tidak dihitung: teks yang bukan ucapan informan
left-out-context = Tidak dihitung: dikode sebagai konteks, bukan bukti

export-no-folder = Berkas tidak dapat ditulis: folder { $path } tidak ada. Pilih folder lain atau buat folder itu dahulu.
export-is-folder = Berkas tidak dapat ditulis: { $path } adalah folder. Tambahkan nama berkas.
export-is-project = Ekspor tidak menimpa berkas proyek: { $path }. Pilih nama lain.
export-denied = Berkas tidak dapat ditulis: { $path } tidak boleh diubah. Tutup berkas itu di program lain atau pilih folder lain.
export-full = Berkas tidak dapat ditulis: tidak ada ruang lagi untuk { $path }. Kosongkan ruang atau pilih tempat lain, lalu ekspor lagi.
export-io = Berkas { $path } tidak dapat ditulis. Periksa apakah tempatnya masih tersambung, lalu ekspor lagi.
export-failed = Berkas tidak dapat ditulis. Pilih tempat lain, lalu ekspor lagi.
export-too-many-rows = Buku kerja Excel memuat paling banyak { $most } baris, sedangkan hasilnya { $there } baris. Persempit dengan saringan atau ekspor ke CSV.
export-too-many-columns = Buku kerja Excel memuat paling banyak { $most } kolom, sedangkan hasilnya { $there } kolom. Pilih kolom lain atau ekspor ke CSV.
