# Informants, groups, attributes, consent.
