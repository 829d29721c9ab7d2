//! The groups of a rich text whose words nobody reads.

/// Destinations without words for a reader.
const LEFT_OUT: &str = "\
    aftncn aftnsep aftnsepc annotation atnauthor atndate atnicn atnid atnparent atntime author background bkmkend \
    bkmkstart buptim category colorschememapping colortbl comment company creatim datafield datastore defchp defpap \
    do doccomm docvar dptxbxtext factoidname falt ffdeftext ffentrymcr ffexitmcr ffformat ffhelptext ffl ffname \
    ffstattext file filetbl fldtype fname fontemb fontfile footer footerf footerl footerr ftncn ftnsep \
    ftnsepc g generator gridtbl header headerf headerl headerr hl hlfr hlinkbase hlloc hlsrc hsv info keycode \
    keywords latentstyles lchars levelnumbers leveltext lfolevel linkval list listlevel listname listoverride \
    listoverridetable listpicture liststylename listtable lsdlockedexcept macc mailmerge manager mmathPr \
    nesttableprops nextfile nonesttables nonshppict objalias objclass objdata objname objsect objtime oldcprops \
    oldpprops oldsprops oldtprops oleclsid operator panose password passwordhash pgp pgptbl picprop pict pn \
    pnseclvl pntxta pntxtb printim private propname protend protstart protusertbl pxe revtbl revtim rsidtbl \
    rxe shprslt sn sp staticval stylesheet subject sv svb tc template themedata title txe ud upr userprops \
    wgrffmtfilter windowcaption writereservation writereservhash xe xform xmlattrname xmlattrvalue xmlclose xmlname \
    xmlnstbl xmlopen";
/// Destinations that are marked with `\*` and hold words, or lead to some.
const STARRED: &[&str] = &["shpinst", "shptxt", "shppict", "pnseclvl", "xmlopen", "mmath", "moMath", "footnote"];

/// Whether the group that a word begins is left out; whatever is marked with `\*` and not known is.
pub fn is_left_out(word: &str, is_starred: bool) -> bool {
    (is_starred && !STARRED.contains(&word)) || LEFT_OUT.split(' ').any(|other| other == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_from_what_nobody_reads() {
        for (word, is_starred, expected) in [
            ("stylesheet", false, true),
            ("xmlopen", true, true),
            ("aftncn", false, true),
            ("neu", true, true),
            ("neu", false, false),
            ("shptxt", true, false),
            ("b", false, false),
        ] {
            assert_eq!(is_left_out(word, is_starred), expected, "{word}");
        }
    }
}
