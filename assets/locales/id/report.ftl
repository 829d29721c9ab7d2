# The place Laporan.
