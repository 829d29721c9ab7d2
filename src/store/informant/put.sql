INSERT INTO informant (
    id, code, description, informant_group, standing, is_child, pseudonym, consent, consent_date,
    may_record, may_quote, may_show, may_archive, assent, guardian, withdrawn
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
ON CONFLICT (id) DO UPDATE SET
    code = ?2, description = ?3, informant_group = ?4, standing = ?5, is_child = ?6, pseudonym = ?7, consent = ?8,
    consent_date = ?9, may_record = ?10, may_quote = ?11, may_show = ?12, may_archive = ?13, assent = ?14,
    guardian = ?15, withdrawn = ?16
